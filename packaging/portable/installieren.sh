#!/bin/sh
# Installs Rezensent for one account, without root, or removes it again: see --help.
#
# Everything that it makes outside the program's folder is recorded in installed-files there, one
# path a line, folders with a slash at their end: a removal takes away that and nothing else.
#
# German texts have German quotation marks; a sed script is no place for the shell's variables:
# shellcheck disable=SC1111,SC2016
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

# The language of the program: English where the environment is English, German elsewhere.
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
[Ee][Nn]*) language=en ;;
*) language=de ;;
esac

# text GERMAN ENGLISH: prints the one in the language of the account.
text() {
    if [ "$language" = en ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

fail() {
    text "$1" "$2" >&2
    exit 1
}

help() {
    text "Aufruf: sh installieren.sh [--entfernen]

Installiert Rezensent für Ihr Konto, ohne root, oder aktualisiert es: mit Eintrag im Menü,
Symbol und dem Befehl „rezensent“. Der entpackte Ordner wird danach nicht mehr gebraucht.

  --entfernen  nimmt Rezensent wieder weg; Ihre Rezensionen und Einstellungen bleiben
  --hilfe      zeigt diesen Text

Das Programm kommt nach ~/.local/lib/rezensent, der Befehl nach ~/.local/bin." \
        "Usage: sh installieren.sh [--remove]

Installs Rezensent for your account, without root, or updates it: with a menu entry,
an icon and the command “rezensent”. The unpacked folder is not needed afterwards.

  --remove  takes Rezensent away again; your reviews and settings stay
  --help    shows this text

The program goes to ~/.local/lib/rezensent, the command to ~/.local/bin."
}

# --- What was made outside the program's folder ---

# make_folder FOLDER: makes and records it and the folders above it that are not there.
make_folder() {
    [ -d "$1" ] && return
    make_folder "$(dirname -- "$1")"
    mkdir -- "$1"
    printf '%s/\n' "$1" >>"$record"
}

# remove_files RECORD: removes those that are still of this installation.
remove_files() {
    menu=$data
    while IFS= read -r path; do
        case $path in
        */) ;;
        "$bin/rezensent") if is_own_command; then rm -f -- "$path"; fi ;;
        *) rm -f -- "$path" ;;
        esac
        # XDG_DATA_HOME may have been another one then.
        case $path in
        */applications/rezensent.desktop) menu=${path%/applications/*} ;;
        esac
    done <"$1"
    refresh_menu "$menu"
}

# remove_folders RECORD: removes those that are empty.
remove_folders() {
    # Backwards, a folder comes before the one that it is in.
    recorded_folders "$1" | sort -r | while IFS= read -r path; do
        rmdir -- "$path" 2>/dev/null || true
    done
}

# recorded_folders RECORD: prints those that are still there.
recorded_folders() {
    while IFS= read -r path; do
        case $path in
        */) if [ -d "$path" ]; then printf '%s\n' "$path"; fi ;;
        esac
    done <"$1"
}

is_own_command() {
    [ "$(readlink "$bin/rezensent" 2>/dev/null || true)" = "$target/rezensent" ]
}

# clean_up: a copy that did not become the program leaves nothing.
clean_up() {
    rm -rf -- "$target.new"
    if [ "$record" = "$scratch/new" ]; then remove_folders "$record"; fi
    rm -rf -- "$scratch"
}

# refresh_menu DATA: tells desktops that applications and icons below DATA have changed.
refresh_menu() {
    if command -v update-desktop-database >/dev/null && [ -d "$1/applications" ]; then
        update-desktop-database -q "$1/applications" 2>/dev/null || true
    fi
    # A list of no entries would keep the folder from being empty.
    if [ "$(ls -A "$1/applications" 2>/dev/null)" = mimeinfo.cache ]; then
        rm -f -- "$1/applications/mimeinfo.cache"
    fi
    # Desktops look for new icons when the time of the folder changes. A cache is made nowhere:
    # one that grows old hides icons.
    if [ -d "$1/icons/hicolor" ]; then
        touch "$1/icons/hicolor"
        if [ -f "$1/icons/hicolor/icon-theme.cache" ] &&
            command -v gtk-update-icon-cache >/dev/null; then
            gtk-update-icon-cache -q -f -t "$1/icons/hicolor" 2>/dev/null || true
        fi
    fi
}

# --- Steps of an installation ---

require_program() {
    if [ ! -f "$here/rezensent" ] || [ ! -d "$here/_internal" ]; then
        fail "Neben diesem Skript fehlt das Programm; bitte entpacken Sie das Archiv noch einmal ganz, in einen Ordner auf Ihrer Festplatte." \
            "The program is missing beside this script; please unpack the whole archive again, into a folder on your disk."
    fi
}

# The copy is asked, since the medium may not allow programs to be started.
require_start() {
    if ! answer=$("$target.new/rezensent" --version 2>&1); then
        fail "Rezensent läuft auf diesem Rechner nicht: $(last_line "$answer")" \
            "Rezensent does not run on this computer: $(last_line "$answer")"
    fi
}

last_line() {
    printf '%s\n' "$1" | sed -n '/[^ ]/h;${g;p;}'
}

require_own_folder() {
    if [ -e "$target" ] && [ ! -f "$target/installed-files" ]; then
        fail "„$target“ gehört nicht zu Rezensent; bitte benennen Sie das um und rufen Sie das Skript noch einmal auf." \
            "“$target” does not belong to Rezensent; please rename it and run the script again."
    fi
}

# require_writable FOLDER: it, or the folder that it will be made in.
require_writable() {
    place=$1
    until [ -e "$place" ]; do place=$(dirname -- "$place"); done
    if [ ! -d "$place" ] || [ ! -w "$place" ] || [ ! -x "$place" ]; then
        fail "In „$place“ lässt sich nichts anlegen." "Nothing can be created in “$place”."
    fi
}

require_writable_folders() {
    require_writable "$lib"
    require_writable "$bin"
    (cd "$here/share" && find . -type d ! -name .) | while IFS= read -r path; do
        require_writable "$data/${path#./}"
    done
}

require_end_of_program() {
    # Processes name their files without symbolic links.
    program=$(CDPATH='' cd -- "$target" 2>/dev/null && pwd -P) || return 0
    for process in /proc/[0-9]*; do
        case $(readlink "$process/exe" 2>/dev/null || true) in
        "$program"/*) fail "Rezensent ist noch offen; bitte beenden Sie es und rufen Sie das Skript noch einmal auf." \
            "Rezensent is still open; please quit it and run the script again." ;;
        esac
    done
}

require_space() {
    rm -rf -- "$target.new"
    # Without the name of the folder, which may have a line break.
    needed=$(cd -- "$here" && du -sk . | cut -f1)
    # The name of the disk may have blanks, as that of a shared folder.
    free=$(df -Pk "$lib" | awk 'END { sub(/ +[0-9]+% .*/, ""); print $NF }')
    if [ "$free" -lt "$needed" ]; then
        fail "In „$lib“ sind nur $((free / 1000)) MB frei, Rezensent braucht $((needed / 1000)) MB." \
            "Only $((free / 1000)) MB are free in “$lib”, Rezensent needs $((needed / 1000)) MB."
    fi
}

copy_program() {
    text "Rezensent wird nach „$target“ kopiert …" "Copying Rezensent to “$target”…"
    cp -pR -- "$here" "$target.new" || fail "Das Kopieren hat nicht geklappt." "The copy failed."
    # The medium may have been read-only.
    chmod -R u+w "$target.new"
    cat -- "$record" >"$target.new/installed-files"
}

# The old program is there until the new one is whole; from here on nothing interrupts.
swap_program() {
    trap '' INT TERM HUP
    rm -rf -- "$target.old"
    if [ -d "$target" ]; then
        cp -- "$target/installed-files" "$old_record"
        mv -- "$target" "$target.old"
    fi
    mv -- "$target.new" "$target"
    record=$target/installed-files
    if [ -d "$target.old" ]; then
        remove_files "$old_record"
        remove_folders "$old_record"
        recorded_folders "$old_record" >>"$record"
        chmod -R u+w "$target.old"
        rm -rf -- "$target.old"
    fi
}

# Copies share/, which is laid out like $XDG_DATA_HOME, to where desktops look for it.
place_shared_files() {
    (cd "$target/share" && find . -type f) | sort | while IFS= read -r path; do
        path=${path#./}
        make_folder "$(dirname -- "$data/$path")"
        printf '%s\n' "$data/$path" >>"$record"
        case $path in
        applications/*.desktop) write_desktop_file "$target/share/$path" >"$data/$path" ;;
        *) cp -- "$target/share/$path" "$data/$path" ;;
        esac
        chmod 644 "$data/$path"
    done
    refresh_menu "$data"
}

# write_desktop_file FILE: prints it with the path of the program, quoted as the Desktop Entry
# Specification asks: once as an argument, and again as a value.
write_desktop_file() {
    program=$target/rezensent
    value=$(printf '%s\n' "$program" | sed 's/\\/\\\\/g')
    argument=$(printf '%s\n' "$program" | sed 's/\\/\\\\\\\\/g; s/["`$]/\\\\&/g; s/%/%%/g')
    while IFS= read -r line; do
        case $line in
        Exec=rezensent*) printf 'Exec="%s"%s\n' "$argument" "${line#Exec=rezensent}" ;;
        TryExec=rezensent) printf 'TryExec=%s\n' "$value" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$1"
}

place_command() {
    command=$bin/rezensent
    if [ -e "$command" ] || [ -L "$command" ]; then
        if ! is_own_command; then
            text "„$command“ gibt es schon und bleibt, wie es ist; dieses Rezensent heißt auf der Kommandozeile „$target/rezensent“." \
                "“$command” exists and stays as it is; on the command line this Rezensent is “$target/rezensent”."
            return
        fi
        rm -f -- "$command"
    fi
    make_folder "$bin"
    printf '%s\n' "$command" >>"$record"
    ln -s -- "$target/rezensent" "$command"
    case :$PATH: in
    *:"$bin":*) ;;
    *) text "Für den Befehl „rezensent“ muss „$bin“ im Suchpfad (PATH) sein; oft genügt eine neue Anmeldung." \
        "For the command “rezensent”, “$bin” must be on the PATH; often a new login is enough." ;;
    esac
}

# A program that is started from the menu has no terminal to say what it misses.
report_problems() {
    problems=$("$target/rezensent" doctor 2>/dev/null | grep '^✗' || true)
    if [ -n "$problems" ]; then
        text "Es fehlt noch etwas:" "Something is still missing:"
        printf '%s\n' "$problems"
    fi
}

install_program() {
    require_program
    require_own_folder
    require_end_of_program
    require_writable_folders
    make_folder "$lib"
    require_space
    copy_program
    require_start
    swap_program
    place_shared_files
    place_command
    report_problems
    text "Rezensent ist installiert und steht im Menü. Der Ordner „$here“ wird nicht mehr gebraucht." \
        "Rezensent is installed and in the menu. The folder “$here” is not needed any more."
    text "Entfernen: sh \"$target/installieren.sh\" --entfernen" \
        "To remove it: sh \"$target/installieren.sh\" --remove"
}

remove_program() {
    if [ ! -e "$target" ]; then
        text "Rezensent ist für dieses Konto nicht installiert." \
            "Rezensent is not installed for this account."
        return
    fi
    require_own_folder
    require_end_of_program
    cp -- "$target/installed-files" "$old_record"
    # Record and script go last: a removal that was interrupted can be repeated.
    remove_files "$old_record"
    chmod -R u+w "$target"
    rm -rf -- "$target.new" "$target.old" "$target/_internal"
    rm -rf -- "$target"
    remove_folders "$old_record"
    text "Rezensent ist entfernt; Ihre Rezensionen und Einstellungen sind noch da." \
        "Rezensent is removed; your reviews and settings are still there."
}

action=install_program
for argument in "$@"; do
    case $argument in
    --entfernen | --remove) action=remove_program ;;
    -h | --hilfe | --help)
        help
        exit
        ;;
    *)
        help >&2
        exit 2
        ;;
    esac
done

newline='
'
case ${HOME:-}${XDG_DATA_HOME:-} in
*"$newline"*) fail "Der Name des persönlichen Ordners (HOME) oder der Daten (XDG_DATA_HOME) hat einen Zeilenumbruch." \
    "The name of the home folder (HOME) or of the data folder (XDG_DATA_HOME) contains a line break." ;;
esac
case ${HOME:-} in
/*) ;;
*) fail "Dieses Konto hat keinen persönlichen Ordner (HOME), in den sich etwas installieren ließe." \
    "This account has no home folder (HOME) to install anything into." ;;
esac
if [ "$(id -u)" = 0 ] && [ -n "${SUDO_USER:-}" ]; then
    fail "Bitte rufen Sie das Skript ohne „sudo“ auf: Rezensent wird für Ihr Konto installiert." \
        "Please run the script without “sudo”: Rezensent is installed for your account."
fi
[ -w "$HOME" ] || fail "In „$HOME“ lässt sich nicht schreiben." "“$HOME” cannot be written to."

# Not in ~/.local/share/rezensent: the program keeps its downloads there.
home=${HOME%/}
lib=$home/.local/lib
target=$lib/rezensent
bin=$home/.local/bin
case ${XDG_DATA_HOME:-} in
/*) data=$XDG_DATA_HOME ;;
*) data=$home/.local/share ;;
esac
if [ "$here" = "$(CDPATH='' cd -- "$target" 2>/dev/null && pwd -P)" ] &&
    [ "$action" = install_program ]; then
    text "Rezensent ist schon installiert; zum Entfernen: --entfernen" \
        "Rezensent is installed already; to remove it: --remove"
    exit
fi

scratch=$(mktemp -d)
record=$scratch/new
old_record=$scratch/old
: >"$record"
trap clean_up EXIT
trap 'exit 130' INT TERM HUP
$action
