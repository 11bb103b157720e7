# The words of guerdon for fish: guerdon completion fish | source
function __guerdon_words
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l found ($words[1] completion words -- $words[2..-1] "$typed" 2>/dev/null)
    switch "$found[1]"
        case :files
            __fish_complete_path "$typed"
        case :folders
            __fish_complete_directories "$typed" ''
        case '*'
            printf '%s\n' $found
    end
end
complete -c guerdon -f -a '(__guerdon_words)'
