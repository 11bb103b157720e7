# The words of guerdon for bash: . <(guerdon completion bash)
_guerdon() {
  local -a words=() found=() about=()
  local word value text i
  # bash parts words at `=`; guerdon does not.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((${#words[@]})) && [[ $word == = || ${words[-1]} == *= && ${COMP_WORDS[i - 1]} == = ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  local typed=${words[-1]} stands=
  [[ $typed == *=* ]] && stands=${typed%"${typed##*=}"}
  while IFS=$'\t' read -r value text; do
    case $value in
      :files) compopt -o default; return ;;
      :folders) compopt -o dirnames; return ;;
    esac
    [[ $value == "$typed"* ]] || continue
    found+=("${value#"$stands"}")
    about+=("$text")
  done < <("${COMP_WORDS[0]}" completion words -- "${words[@]}" 2>/dev/null)
  if ((${#found[@]} == 1)); then
    [[ ${found[0]} == *= ]] && compopt -o nospace
    COMPREPLY=("${found[@]}")
    return
  fi
  # A list is shown with what each is; what it has in common, and so what is inserted, stays the same.
  for i in "${!found[@]}"; do
    if [[ -n ${about[i]} && ($COMP_TYPE == 9 || $COMP_TYPE == 63) ]]; then
      COMPREPLY+=("${found[i]}  (${about[i]:0:60})")
    else
      COMPREPLY+=("${found[i]}")
    fi
  done
}
complete -F _guerdon guerdon
