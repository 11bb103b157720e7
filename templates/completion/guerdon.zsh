#compdef guerdon
# The words of guerdon for zsh: . <(guerdon completion zsh), behind compinit; or as _guerdon in a folder of $fpath.
_guerdon() {
  local -a plain open
  local line value out
  out=$("${words[1]}" completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  case $out in
    :files) _files; return ;;
    :folders) _files -/; return ;;
  esac
  for line in "${(@f)out}"; do
    value=${line%%$'\t'*}
    [[ -n $value ]] || continue
    if [[ $value == *= ]]; then
      open+=("$value:${line#*$'\t'}")
    else
      plain+=("$value:${line#*$'\t'}")
    fi
  done
  _describe -t words 'guerdon' plain
  _describe -t pairs 'guerdon' open -S ''
}
if [[ ${funcstack[1]} == _guerdon ]]; then
  _guerdon "$@"
else
  compdef _guerdon guerdon
fi
