<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&lt;h3&gt;Rezensent {version}&lt;/h3&gt;&lt;p&gt;Offline-Editor für deutschsprachige Rezensionen, frei unter der GPL ab Version&#xa0;3.&lt;/p&gt;&lt;p&gt;Art der Installation: {kind}&lt;/p&gt;&lt;p&gt;Darin steckt die Arbeit anderer:&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Rezensent {version}&lt;/h3&gt;&lt;p&gt;Offline editor for reviews in German, free under the GPL, version&#xa0;3 or later.&lt;/p&gt;&lt;p&gt;Kind of installation: {kind}&lt;/p&gt;&lt;p&gt;It contains the work of others:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;und diese Pakete für Python:&lt;/p&gt;</source>
        <translation>&lt;p&gt;and these packages for Python:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Über Rezensent</source>
        <translation>About Rezensent</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;10 Punkte</source>
        <translation>&amp;10 points</translation>
    </message>
    <message>
        <source>&amp;5 Sterne</source>
        <translation>&amp;5 stars</translation>
    </message>
    <message>
        <source>&amp;Anführungszeichen und Apostroph</source>
        <translation>&amp;Quotation marks and apostrophe</translation>
    </message>
    <message>
        <source>&amp;Angaben zeigen</source>
        <translation>Show f&amp;acts</translation>
    </message>
    <message>
        <source>&amp;Angenommenes und Ausgeblendetes …</source>
        <translation>A&amp;ccepted and hidden…</translation>
    </message>
    <message>
        <source>&amp;Ansicht</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Aufzählung</source>
        <translation>B&amp;ulleted list</translation>
    </message>
    <message>
        <source>&amp;Ausblenden</source>
        <translation>&amp;Hide</translation>
    </message>
    <message>
        <source>&amp;Ausschneiden</source>
        <translation>&amp;Cut</translation>
    </message>
    <message>
        <source>&amp;BBCode</source>
        <translation>&amp;BBCode</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Beenden</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Beispielrezension öffnen</source>
        <translation>&amp;Open the sample review</translation>
    </message>
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Dritten Vorschlag</source>
        <translation>&amp;Third suggestion</translation>
    </message>
    <message>
        <source>&amp;Drucken …</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Dunkel</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;Eigene …</source>
        <translation>&amp;Custom…</translation>
    </message>
    <message>
        <source>&amp;Einrücken</source>
        <translation>In&amp;dent</translation>
    </message>
    <message>
        <source>&amp;Einstellungen …</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>&amp;Ersten Vorschlag übernehmen</source>
        <translation>Apply &amp;first suggestion</translation>
    </message>
    <message>
        <source>&amp;Exportieren …</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>&amp;Fertig?</source>
        <translation>Rea&amp;dy?</translation>
    </message>
    <message>
        <source>&amp;Fett</source>
        <translation>&amp;Bold</translation>
    </message>
    <message>
        <source>&amp;Formatierter Text</source>
        <translation>&amp;Formatted text</translation>
    </message>
    <message>
        <source>&amp;Fünften Vorschlag</source>
        <translation>F&amp;ifth suggestion</translation>
    </message>
    <message>
        <source>&amp;Gedankenstriche</source>
        <translation>&amp;Dashes</translation>
    </message>
    <message>
        <source>&amp;Gliederung</source>
        <translation>&amp;Outline</translation>
    </message>
    <message>
        <source>&amp;HTML-Quelltext</source>
        <translation>&amp;HTML source</translation>
    </message>
    <message>
        <source>&amp;Hell</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Hier nicht mehr melden</source>
        <translation>Do not report &amp;here again</translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Hinweise</source>
        <translation>&amp;Findings</translation>
    </message>
    <message>
        <source>&amp;In dieser Rezension annehmen</source>
        <translation>Accept in this re&amp;view</translation>
    </message>
    <message>
        <source>&amp;Keine Wertung</source>
        <translation>&amp;No rating</translation>
    </message>
    <message>
        <source>&amp;Kopieren als</source>
        <translation>Cop&amp;y as</translation>
    </message>
    <message>
        <source>&amp;Kursiv</source>
        <translation>&amp;Italic</translation>
    </message>
    <message>
        <source>&amp;LanguageTool einrichten</source>
        <translation>Set up Lang&amp;uageTool</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;Neu</source>
        <translation>&amp;New</translation>
    </message>
    <message>
        <source>&amp;Normaler Kontrast</source>
        <translation>&amp;Normal contrast</translation>
    </message>
    <message>
        <source>&amp;Nummerierte Liste</source>
        <translation>&amp;Numbered list</translation>
    </message>
    <message>
        <source>&amp;Nächste Stelle</source>
        <translation>Find &amp;next</translation>
    </message>
    <message>
        <source>&amp;Nächster Hinweis</source>
        <translation>&amp;Next finding</translation>
    </message>
    <message>
        <source>&amp;Prozent</source>
        <translation>&amp;Per cent</translation>
    </message>
    <message>
        <source>&amp;Prüfen</source>
        <translation>&amp;Check</translation>
    </message>
    <message>
        <source>&amp;Reiner Text</source>
        <translation>&amp;Plain text</translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Spoiler</source>
        <translation>&amp;Spoiler</translation>
    </message>
    <message>
        <source>&amp;Sprache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Suchen …</source>
        <translation>&amp;Find…</translation>
    </message>
    <message>
        <source>&amp;Tastenkürzel …</source>
        <translation>&amp;Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>&amp;Text importieren …</source>
        <translation>&amp;Import text…</translation>
    </message>
    <message>
        <source>&amp;Verweis …</source>
        <translation>&amp;Link…</translation>
    </message>
    <message>
        <source>&amp;Vierten Vorschlag</source>
        <translation>&amp;Fourth suggestion</translation>
    </message>
    <message>
        <source>&amp;Vorige Stelle</source>
        <translation>Find &amp;previous</translation>
    </message>
    <message>
        <source>&amp;Voriger Hinweis</source>
        <translation>&amp;Previous finding</translation>
    </message>
    <message>
        <source>&amp;Vorschau</source>
        <translation>&amp;Preview</translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Zahlen</source>
        <translation>Num&amp;bers</translation>
    </message>
    <message>
        <source>&amp;Zitat</source>
        <translation>&amp;Quote</translation>
    </message>
    <message>
        <source>&amp;Zweiten Vorschlag</source>
        <translation>&amp;Second suggestion</translation>
    </message>
    <message>
        <source>&amp;Öffnen …</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>&amp;Über Rezensent</source>
        <translation>&amp;About Rezensent</translation>
    </message>
    <message>
        <source>&amp;Überschrift</source>
        <translation>&amp;Heading</translation>
    </message>
    <message>
        <source>A&amp;bsatz verschieben nach</source>
        <translation>Move paragraph &amp;to</translation>
    </message>
    <message>
        <source>A&amp;lles auswählen</source>
        <translation>Se&amp;lect all</translation>
    </message>
    <message>
        <source>A&amp;uslassungspunkte</source>
        <translation>&amp;Ellipses</translation>
    </message>
    <message>
        <source>A&amp;usrücken</source>
        <translation>&amp;Outdent</translation>
    </message>
    <message>
        <source>Absatz nach &amp;oben</source>
        <translation>&amp;Move paragraph up</translation>
    </message>
    <message>
        <source>Absatz nach &amp;unten</source>
        <translation>Move paragraph &amp;down</translation>
    </message>
    <message>
        <source>Abschni&amp;tt</source>
        <translation>Sect&amp;ion</translation>
    </message>
    <message>
        <source>Abschnitt &amp;ausblenden</source>
        <translation>&amp;Hide section</translation>
    </message>
    <message>
        <source>Abschnitt &amp;einblenden</source>
        <translation>&amp;Show section</translation>
    </message>
    <message>
        <source>Abschnitt nach &amp;oben</source>
        <translation>Move section &amp;up</translation>
    </message>
    <message>
        <source>Abschnitt nach &amp;unten</source>
        <translation>Move section &amp;down</translation>
    </message>
    <message>
        <source>Absätze einklappen, die zu viel verraten</source>
        <translation>Collapse paragraphs that give too much away</translation>
    </message>
    <message>
        <source>Als Webseite, Text oder Dokument exportieren, mit Vorschau</source>
        <translation>Export as a web page, text or document, with a preview</translation>
    </message>
    <message>
        <source>An&amp;deren Vorschlag übernehmen</source>
        <translation>Apply another su&amp;ggestion</translation>
    </message>
    <message>
        <source>Auch Regeln anwenden, über die sich streiten lässt</source>
        <translation>Apply debatable rules as well</translation>
    </message>
    <message>
        <source>Auf die Auswahl oder den ganzen Abschnitt</source>
        <translation>To the selection or the whole section</translation>
    </message>
    <message>
        <source>Auf diesem Rechner prüfen oder auf einem Server der Redaktion</source>
        <translation>Check on this computer or on a server of your editorial office</translation>
    </message>
    <message>
        <source>B&amp;ild einfügen …</source>
        <translation>Insert ima&amp;ge…</translation>
    </message>
    <message>
        <source>Be&amp;fehl suchen …</source>
        <translation>Find a &amp;command…</translation>
    </message>
    <message>
        <source>Beim Start &amp;weiterschreiben</source>
        <translation>Reopen last review at s&amp;tart</translation>
    </message>
    <message>
        <source>Beim Start die zuletzt geöffnete Rezension zeigen</source>
        <translation>Show the last review when the program starts</translation>
    </message>
    <message>
        <source>Das Aussehen der Vorschau und der exportierten Seite</source>
        <translation>The look of the preview and of the exported page</translation>
    </message>
    <message>
        <source>Das erste Menü öffnen, auch bei ausgeblendeter Leiste</source>
        <translation>Opens the first menu, even while the bar is hidden</translation>
    </message>
    <message>
        <source>Den Spoiler am Cursor, sonst alle im Abschnitt</source>
        <translation>The spoiler at the cursor, or all of the section</translation>
    </message>
    <message>
        <source>Deutsch (&amp;Deutschland)</source>
        <translation>German (&amp;Germany)</translation>
    </message>
    <message>
        <source>Deutsch (&amp;Österreich)</source>
        <translation>German (&amp;Austria)</translation>
    </message>
    <message>
        <source>Deutsch (S&amp;chweiz)</source>
        <translation>German (&amp;Switzerland)</translation>
    </message>
    <message>
        <source>Die Angaben über dem Text aufklappen oder zuklappen</source>
        <translation>Expand or collapse the facts above the text</translation>
    </message>
    <message>
        <source>Die Auswahl oder den Abschnitt vorlesen; noch einmal drücken hält an</source>
        <translation>Read the selection or the section aloud; press again to stop</translation>
    </message>
    <message>
        <source>Die Seite drucken, wie die Vorschau sie zeigt</source>
        <translation>Print the page as the preview shows it</translation>
    </message>
    <message>
        <source>Dieselben Formate an dieselben Orte, ohne Nachfrage</source>
        <translation>The same formats to the same places, without asking</translation>
    </message>
    <message>
        <source>Dieses Fenster schließen</source>
        <translation>Close this window</translation>
    </message>
    <message>
        <source>Ein Bild als eigener Absatz, mit seiner Beschreibung</source>
        <translation>An image as a paragraph of its own, with its description</translation>
    </message>
    <message>
        <source>Ein&amp;fügen</source>
        <translation>P&amp;aste</translation>
    </message>
    <message>
        <source>Erklärung und Vorschläge zum Wort am Cursor</source>
        <translation>Explanation and suggestions for the word at the cursor</translation>
    </message>
    <message>
        <source>Erneut exp&amp;ortieren</source>
        <translation>Export a&amp;gain</translation>
    </message>
    <message>
        <source>Erset&amp;zen …</source>
        <translation>R&amp;eplace…</translation>
    </message>
    <message>
        <source>Exportieren …</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>F&amp;okus</source>
        <translation>Foc&amp;us</translation>
    </message>
    <message>
        <source>F&amp;rühere Fassungen …</source>
        <translation>Earlier &amp;versions…</translation>
    </message>
    <message>
        <source>Fa&amp;rben</source>
        <translation>&amp;Colours</translation>
    </message>
    <message>
        <source>Film, Serie oder Disc, oder ein Text aus einem anderen Programm</source>
        <translation>Film, series or disc, or a text from another program</translation>
    </message>
    <message>
        <source>Forma&amp;t</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Füllwörter, Passiv, lange Sätze und Wiederholungen melden</source>
        <translation>Report fillers, passive voice, long sentences and repetitions</translation>
    </message>
    <message>
        <source>Für diese Rezension: ein Abschnitt ohne Text und ohne Wertung</source>
        <translation>For this review: a section without text and without a rating</translation>
    </message>
    <message>
        <source>Gerade ist nur ein Bereich zu sehen; Esc zeigt wieder alle.</source>
        <translation>Only one pane is shown at the moment; Esc shows all of them again.</translation>
    </message>
    <message>
        <source>Geschützte &amp;Leerzeichen</source>
        <translation>&amp;No-break spaces</translation>
    </message>
    <message>
        <source>Gestaltung &amp;der Seite</source>
        <translation>Page t&amp;heme</translation>
    </message>
    <message>
        <source>Gliederung</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Hilfe zur aktuellen Stelle</source>
        <translation>Help on what you are working on</translation>
    </message>
    <message>
        <source>Hinweis</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>Hinweis am Wort &amp;zeigen</source>
        <translation>Show finding at the &amp;word</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Hoher &amp;Kontrast</source>
        <translation>&amp;High contrast</translation>
    </message>
    <message>
        <source>Immer &amp;zeigen</source>
        <translation>&amp;Always show</translation>
    </message>
    <message>
        <source>Ins &amp;Wörterbuch aufnehmen</source>
        <translation>&amp;Add to dictionary</translation>
    </message>
    <message>
        <source>Jeden Befehl und jeden Abschnitt an ein paar Buchstaben finden</source>
        <translation>Find every command and every section by a few letters</translation>
    </message>
    <message>
        <source>K&amp;ontrast wie im System</source>
        <translation>&amp;Contrast of the system</translation>
    </message>
    <message>
        <source>Ko&amp;pieren</source>
        <translation>C&amp;opy</translation>
    </message>
    <message>
        <source>Markdo&amp;wn-Zeichen</source>
        <translation>Mar&amp;kdown marks</translation>
    </message>
    <message>
        <source>Men&amp;üleiste</source>
        <translation>Menu ba&amp;r</translation>
    </message>
    <message>
        <source>Mit den Angaben der früheren Staffel beginnen und die Staffel weiterzählen</source>
        <translation>Start with the facts of the earlier season and continue the numbering</translation>
    </message>
    <message>
        <source>Na&amp;men und Angaben im Text …</source>
        <translation>Na&amp;mes and facts in the text…</translation>
    </message>
    <message>
        <source>Nach &amp;Neuem sehen …</source>
        <translation>Check for &amp;updates…</translation>
    </message>
    <message>
        <source>Nachsehen, ob es eine neuere Version von Rezensent gibt</source>
        <translation>Find out whether there is a newer version of Rezensent</translation>
    </message>
    <message>
        <source>Namen und Angaben übernehmen, die im Text stehen und im Formular fehlen</source>
        <translation>Accept names and facts that the text has and the form lacks</translation>
    </message>
    <message>
        <source>Neue &amp;Discrezension</source>
        <translation>New &amp;disc review</translation>
    </message>
    <message>
        <source>Neue &amp;Filmrezension</source>
        <translation>New &amp;film review</translation>
    </message>
    <message>
        <source>Neue &amp;Serienrezension</source>
        <translation>New &amp;series review</translation>
    </message>
    <message>
        <source>Neue Rezension &amp;wählen …</source>
        <translation>Choose a ne&amp;w review…</translation>
    </message>
    <message>
        <source>Neue Rezension aus einer f&amp;rüheren …</source>
        <translation>New review from an &amp;earlier one…</translation>
    </message>
    <message>
        <source>Neues Fen&amp;ster</source>
        <translation>New &amp;window</translation>
    </message>
    <message>
        <source>Noch eine Rezension schreiben, neben dieser</source>
        <translation>Write another review beside this one</translation>
    </message>
    <message>
        <source>Nur das For&amp;mular</source>
        <translation>For&amp;m only</translation>
    </message>
    <message>
        <source>Nur den Ab&amp;schnitt</source>
        <translation>Only the &amp;section</translation>
    </message>
    <message>
        <source>Nur den Abschnitt zeigen, an dem Sie schreiben</source>
        <translation>Show only the section that you are writing</translation>
    </message>
    <message>
        <source>Nur die Vor&amp;schau</source>
        <translation>Previe&amp;w only</translation>
    </message>
    <message>
        <source>Nächst&amp;er Bereich</source>
        <translation>Next pan&amp;e</translation>
    </message>
    <message>
        <source>Nächster A&amp;bschnitt</source>
        <translation>Ne&amp;xt section</translation>
    </message>
    <message>
        <source>O&amp;hne Formatierung einfügen</source>
        <translation>Paste &amp;without formatting</translation>
    </message>
    <message>
        <source>Offene Punkte vor der Veröffentlichung</source>
        <translation>Open points before publication</translation>
    </message>
    <message>
        <source>Prü&amp;fdienst …</source>
        <translation>Grammar &amp;server…</translation>
    </message>
    <message>
        <source>Prüfung neu sta&amp;rten</source>
        <translation>&amp;Restart checking</translation>
    </message>
    <message>
        <source>Re&amp;gel abschalten</source>
        <translation>Switch rule &amp;off</translation>
    </message>
    <message>
        <source>S&amp;chließen</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>S&amp;chreibmaschinenschrift</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>S&amp;ichern</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>S&amp;prache der Oberfläche</source>
        <translation>Interface la&amp;nguage</translation>
    </message>
    <message>
        <source>S&amp;trenger prüfen</source>
        <translation>Check more s&amp;trictly</translation>
    </message>
    <message>
        <source>Schul&amp;noten 1 bis 6</source>
        <translation>School &amp;grades 1 to 6</translation>
    </message>
    <message>
        <source>Sichern &amp;unter …</source>
        <translation>Save &amp;as…</translation>
    </message>
    <message>
        <source>Spoiler auf- und zuk&amp;lappen</source>
        <translation>E&amp;xpand or collapse spoiler</translation>
    </message>
    <message>
        <source>Stil &amp;prüfen</source>
        <translation>Check st&amp;yle</translation>
    </message>
    <message>
        <source>T&amp;ypografie</source>
        <translation>&amp;Typography</translation>
    </message>
    <message>
        <source>Te&amp;xt größer</source>
        <translation>Lar&amp;ger text</translation>
    </message>
    <message>
        <source>Text &amp;kleiner</source>
        <translation>&amp;Smaller text</translation>
    </message>
    <message>
        <source>Text aus der &amp;Zwischenablage importieren …</source>
        <translation>Import text from the &amp;clipboard…</translation>
    </message>
    <message>
        <source>Text in &amp;normaler Größe</source>
        <translation>Normal text si&amp;ze</translation>
    </message>
    <message>
        <source>Text und Adresse eines Verweises, neu oder an dieser Stelle</source>
        <translation>Text and address of a link, new or at this place</translation>
    </message>
    <message>
        <source>Text, Markdown, HTML, Word und OpenDocument in Abschnitte einsortieren</source>
        <translation>Sort text, Markdown, HTML, Word and OpenDocument into sections</translation>
    </message>
    <message>
        <source>Texte, die beim letzten Beenden nicht gesichert waren</source>
        <translation>Texts that were not saved when the program was last closed</translation>
    </message>
    <message>
        <source>Typografie an&amp;wenden</source>
        <translation>A&amp;pply typography</translation>
    </message>
    <message>
        <source>Umfang, Ziele und Lesbarkeit</source>
        <translation>Length, targets and readability</translation>
    </message>
    <message>
        <source>Ungesicherte Te&amp;xte …</source>
        <translation>&amp;Unsaved drafts…</translation>
    </message>
    <message>
        <source>V&amp;orlesen</source>
        <translation>Read alou&amp;d</translation>
    </message>
    <message>
        <source>Vo&amp;llbild</source>
        <translation>Fu&amp;ll screen</translation>
    </message>
    <message>
        <source>Vor&amp;iger Bereich</source>
        <translation>Prev&amp;ious pane</translation>
    </message>
    <message>
        <source>Voriger Abs&amp;chnitt</source>
        <translation>Pre&amp;vious section</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Wertun&amp;g</source>
        <translation>Ratin&amp;g</translation>
    </message>
    <message>
        <source>Wie im &amp;System</source>
        <translation>Same as the &amp;system</translation>
    </message>
    <message>
        <source>Z&amp;u den Hinweisen</source>
        <translation>&amp;To the findings</translation>
    </message>
    <message>
        <source>Zitat (eingerückt)</source>
        <translation>Block quote (indented)</translation>
    </message>
    <message>
        <source>Zu den Stilregeln; noch einmal drücken blendet sie aus</source>
        <translation>Go to the rules of style; press again to hide them</translation>
    </message>
    <message>
        <source>Zu&amp;rückhaltend</source>
        <translation>&amp;Faint</translation>
    </message>
    <message>
        <source>Zum S&amp;til</source>
        <translation>To the st&amp;yle</translation>
    </message>
    <message>
        <source>Zur Liste der Hinweise; noch einmal drücken blendet sie aus</source>
        <translation>Go to the list of findings; press again to hide it</translation>
    </message>
    <message>
        <source>Zwischenüberschrift, eine Stufe tiefer, wieder Text</source>
        <translation>Subheading, one level deeper, text again</translation>
    </message>
    <message>
        <source>«&amp;Schweiz»</source>
        <translation>«&amp;Switzerland»</translation>
    </message>
    <message>
        <source>»&amp;Buchsatz«</source>
        <translation>»&amp;Books«</translation>
    </message>
    <message>
        <source>Ältere Stände der Datei ansehen und zurückholen</source>
        <translation>View and restore earlier states of the file</translation>
    </message>
    <message>
        <source>„&amp;Deutschland und Österreich“</source>
        <translation>„&amp;Germany and Austria“</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Heute</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kalender</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Nächster Monat</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Voriger Monat</source>
        <translation>Previous month</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Alles ist vollständig: Die Rezension kann erscheinen.</source>
        <translation>Everything is complete: the review can be published.</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Empfehlung</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <source>Empfehlung: {text}</source>
        <translation>Recommendation: {text}</translation>
    </message>
    <message>
        <source>Fertig?</source>
        <translation>Ready?</translation>
    </message>
    <message>
        <source>Fertig? · {n}</source>
        <translation>Ready? · {n}</translation>
    </message>
    <message>
        <source>Offen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Offene Punkte vor der Veröffentlichung</source>
        <translation>Open points before publication</translation>
    </message>
    <message>
        <source>Sobald Sie schreiben, steht hier, was bis zur Veröffentlichung noch fehlt.</source>
        <translation>As soon as you write, this lists what is still missing before publication.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>F2 bearbeitet, Entf entfernt, Alt und Pfeiltasten verschieben</source>
        <translation>F2 to edit, Delete to remove, Alt and the arrow keys to move</translation>
    </message>
    <message>
        <source>Klicken zum Bearbeiten, × oder Entf zum Entfernen, Ziehen zum Verschieben</source>
        <translation>Click to edit, × or Delete to remove, drag to move</translation>
    </message>
</context>
<context>
    <name>ChipEdit</name>
    <message>
        <source>{names} hinzugefügt</source>
        <translation>{names} added</translation>
    </message>
    <message>
        <source>{name} entfernt</source>
        <translation>{name} removed</translation>
    </message>
</context>
<context>
    <name>ClipboardActions</name>
    <message>
        <source>Das ist hier nicht möglich.</source>
        <translation>Not possible here.</translation>
    </message>
    <message>
        <source>Der Cursor steht in keinem Text.</source>
        <translation>The cursor is not in a text.</translation>
    </message>
    <message>
        <source>Hier lässt sich nichts ändern.</source>
        <translation>Nothing can be changed here.</translation>
    </message>
    <message>
        <source>Nichts ist ausgewählt.</source>
        <translation>Nothing is selected.</translation>
    </message>
</context>
<context>
    <name>ClipboardExport</name>
    <message>
        <source>Der Cursor steht in keinem Abschnitt; bitte setzen Sie ihn in einen Text.</source>
        <translation>The cursor is not in a section; please put it into a text.</translation>
    </message>
    <message>
        <source>Hier gibt es noch nichts zu kopieren.</source>
        <translation>There is nothing to copy here yet.</translation>
    </message>
    <message>
        <source>Kopiert; Sie können es jetzt einfügen.</source>
        <translation>Copied; you can paste it now.</translation>
    </message>
</context>
<context>
    <name>ColorControl</name>
    <message>
        <source>Zurücksetzen</source>
        <translation>Reset</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Befehl suchen</source>
        <translation>Find a command</translation>
    </message>
    <message>
        <source>Befehle</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Kein Befehl passt dazu.</source>
        <translation>No command matches.</translation>
    </message>
    <message>
        <source>Was möchten Sie tun?</source>
        <translation>What do you want to do?</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Gehe zu</source>
        <translation>Go to</translation>
    </message>
</context>
<context>
    <name>CompletingLineEdit</name>
    <message>
        <source>1 Vorschlag</source>
        <translation>1 suggestion</translation>
    </message>
    <message>
        <source>Aus früheren Rezensionen</source>
        <translation>From earlier reviews</translation>
    </message>
    <message>
        <source>{n} Vorschläge</source>
        <translation>{n} suggestions</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>&amp;Fassung aus der Datei öffnen</source>
        <translation>&amp;Open the version in the file</translation>
    </message>
    <message>
        <source>Als &amp;neue Datei sichern …</source>
        <translation>Save as a &amp;new file…</translation>
    </message>
    <message>
        <source>Die Datei ist anderswo geändert worden</source>
        <translation>The file has been changed elsewhere</translation>
    </message>
    <message>
        <source>Die Fassungen werden verglichen …</source>
        <translation>Comparing the versions…</translation>
    </message>
    <message>
        <source>In der Datei</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>In diesem Fenster</source>
        <translation>In this window</translation>
    </message>
    <message>
        <source>{path} enthält etwas anderes als beim Öffnen oder letzten Sichern. Nichts davon ist bisher überschrieben; was soll gelten?</source>
        <translation>{path} no longer holds what it did when it was opened or last saved. Nothing has been overwritten so far; which version is to be kept?</translation>
    </message>
    <message>
        <source>Ü&amp;berschreiben</source>
        <translation>O&amp;verwrite</translation>
    </message>
</context>
<context>
    <name>CoverEdit</name>
    <message>
        <source>Anderes Bild …</source>
        <translation>Other image…</translation>
    </message>
    <message>
        <source>Aus der Rezension entfernen; die Bilddatei bleibt erhalten</source>
        <translation>Remove from the review; the image file is kept</translation>
    </message>
    <message>
        <source>Bild wählen …</source>
        <translation>Choose an image…</translation>
    </message>
    <message>
        <source>Einfügen</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hierher ziehen, einfügen oder wählen: {kinds}.</source>
        <translation>Drag here, paste or choose: {kinds}.</translation>
    </message>
    <message>
        <source>In der Zwischenablage ist kein Bild.</source>
        <translation>There is no image on the clipboard.</translation>
    </message>
    <message>
        <source>{name} (in der Vorschau zu sehen)</source>
        <translation>{name} (shown in the preview)</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>&amp;Beenden</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Weiterarbeiten</source>
        <translation>&amp;Continue working</translation>
    </message>
    <message>
        <source>Bericht</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Bericht &amp;kopieren</source>
        <translation>&amp;Copy report</translation>
    </message>
    <message>
        <source>Dieser Bericht hilft uns, den Fehler zu finden. Er enthält kein Wort aus Ihren Rezensionen.</source>
        <translation>This report helps us to find the error. It contains no word of your reviews.</translation>
    </message>
    <message>
        <source>Kopiert</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Unerwarteter Fehler</source>
        <translation>Unexpected error</translation>
    </message>
</context>
<context>
    <name>CrashHandler</name>
    <message>
        <source>Alles ist gesichert.</source>
        <translation>Everything is saved.</translation>
    </message>
    <message>
        <source>Bericht zeigen</source>
        <translation>Show report</translation>
    </message>
    <message>
        <source>Derselbe Fehler ist wieder aufgetreten.</source>
        <translation>The same error has occurred again.</translation>
    </message>
    <message>
        <source>Hier ist etwas misslungen, weil Rezensent inzwischen aktualisiert oder entfernt worden ist. Bitte sichern Sie Ihren Text, schließen Sie alle Fenster und öffnen Sie Rezensent wieder.</source>
        <translation>Something went wrong here because Rezensent has been updated or removed meanwhile. Please save your text, close all windows and open Rezensent again.</translation>
    </message>
    <message>
        <source>Ihr Text steht nur in diesem Fenster; bitte sichern Sie ihn.</source>
        <translation>Your text is in this window only; please save it.</translation>
    </message>
    <message>
        <source>Ihr letzter Text steht unter „Datei ▸ Ungesicherte Texte“.</source>
        <translation>What you wrote last is under “File ▸ Unsaved drafts”.</translation>
    </message>
    <message>
        <source>Ihre Rezension ist gesichert in {path}.</source>
        <translation>Your review is saved in {path}.</translation>
    </message>
    <message>
        <source>In Rezensent ist ein Fehler aufgetreten. Sie können weiterarbeiten.</source>
        <translation>Something went wrong in Rezensent. You can continue working.</translation>
    </message>
    <message>
        <source>In Rezensent sind {n} Fehler aufgetreten. Sie können weiterarbeiten.</source>
        <translation>Something went wrong in Rezensent {n} times. You can continue working.</translation>
    </message>
    <message>
        <source>In {path} steht die Fassung von {time} Uhr.</source>
        <translation>{path} holds the version of {time}.</translation>
    </message>
    <message>
        <source>Rezensent hält Ihren Text fest und bietet ihn beim nächsten Start an.</source>
        <translation>Rezensent keeps your text and offers it at the next start.</translation>
    </message>
    <message>
        <source>Rezensent ist beim letzten Mal abgestürzt.</source>
        <translation>Rezensent crashed the last time.</translation>
    </message>
</context>
<context>
    <name>CustomFormsMenu</name>
    <message>
        <source>Neue Rezension: {form}</source>
        <translation>New review: {form}</translation>
    </message>
</context>
<context>
    <name>DataSafety</name>
    <message>
        <source>Neu sichern</source>
        <translation>Save again</translation>
    </message>
    <message>
        <source>Rezension ohne Titel</source>
        <translation>Untitled review</translation>
    </message>
    <message>
        <source>Trotzdem bearbeiten</source>
        <translation>Edit anyway</translation>
    </message>
    <message>
        <source>Vergleichen …</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>{name} ist anderswo geändert worden und neu geladen.</source>
        <translation>{name} was changed elsewhere and has been loaded again.</translation>
    </message>
    <message>
        <source>{name} ist anderswo geändert worden, hier aber auch.</source>
        <translation>{name} has been changed elsewhere, and here as well.</translation>
    </message>
    <message>
        <source>{name} ist nicht mehr vorhanden; Ihr Text ist noch im Fenster.</source>
        <translation>{name} no longer exists; your text is still in the window.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>Kalender öffnen</source>
        <translation>Open calendar</translation>
    </message>
    <message>
        <source>Kalender: {field}</source>
        <translation>Calendar: {field}</translation>
    </message>
</context>
<context>
    <name>DecisionService</name>
    <message>
        <source>Die Regel „{name}“ ({rule}) ist abgeschaltet.</source>
        <translation>The rule “{name}” ({rule}) is switched off.</translation>
    </message>
    <message>
        <source>Die Regel „{name}“ ist abgeschaltet, auch im Reiter „Stil“.</source>
        <translation>The rule “{name}” is switched off, also in the “Style” tab.</translation>
    </message>
    <message>
        <source>Diese Regel ist abgeschaltet: {text} ({rule})</source>
        <translation>This rule is switched off: {text} ({rule})</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>„{word}“ ist jetzt in dieser Rezension angenommen.</source>
        <translation>“{word}” is now accepted in this review.</translation>
    </message>
    <message>
        <source>„{word}“ steht jetzt in Ihrem Wörterbuch.</source>
        <translation>“{word}” is now in your dictionary.</translation>
    </message>
    <message>
        <source>„{word}“ steht schon in Ihrem Wörterbuch.</source>
        <translation>“{word}” is already in your dictionary.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>Hier nicht mehr melden</source>
        <translation>Do not report here again</translation>
    </message>
    <message>
        <source>In dieser Rezension annehmen</source>
        <translation>Accept in this review</translation>
    </message>
    <message>
        <source>Ins Wörterbuch aufnehmen</source>
        <translation>Add to dictionary</translation>
    </message>
    <message>
        <source>Regel abschalten</source>
        <translation>Switch rule off</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>&amp;Zurücknehmen</source>
        <translation>&amp;Take back</translation>
    </message>
    <message>
        <source>Angenommenes und Ausgeblendetes</source>
        <translation>Accepted and hidden</translation>
    </message>
    <message>
        <source>Hier stehen angenommene Wörter, ausgeblendete Hinweise und abgeschaltete Regeln.</source>
        <translation>Accepted words, hidden findings and rules that are switched off are listed here.</translation>
    </message>
    <message>
        <source>{rule} · Regel abgeschaltet</source>
        <translation>{rule} · rule switched off</translation>
    </message>
    <message>
        <source>{sentence} · hier nicht gemeldet</source>
        <translation>{sentence} · not reported here</translation>
    </message>
    <message>
        <source>„{word}“ · hier kein Name</source>
        <translation>“{word}” · not a name here</translation>
    </message>
    <message>
        <source>„{word}“ · im Wörterbuch</source>
        <translation>“{word}” · in the dictionary</translation>
    </message>
    <message>
        <source>„{word}“ · in dieser Rezension angenommen</source>
        <translation>“{word}” · accepted in this review</translation>
    </message>
</context>
<context>
    <name>DestinationEdit</name>
    <message>
        <source>&amp;Ordner:</source>
        <translation>&amp;Folder:</translation>
    </message>
    <message>
        <source>&amp;Wählen …</source>
        <translation>Ch&amp;oose…</translation>
    </message>
    <message>
        <source>Datei&amp;name:</source>
        <translation>File na&amp;me:</translation>
    </message>
    <message>
        <source>Dateiname ohne Endung</source>
        <translation>File name without suffix</translation>
    </message>
    <message>
        <source>Ordner des Exports</source>
        <translation>Folder of the export</translation>
    </message>
    <message>
        <source>Ordner wählen</source>
        <translation>Choose a folder</translation>
    </message>
</context>
<context>
    <name>DialogButtonControl</name>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>&amp;Abbrechen</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Frühere Fassungen …</source>
        <translation>&amp;Earlier versions…</translation>
    </message>
    <message>
        <source>&amp;Nur die von {name}</source>
        <translation>&amp;Only those of {name}</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>&amp;Sichern</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Umrechnen</source>
        <translation>Con&amp;vert</translation>
    </message>
    <message>
        <source>&amp;Verwerfen</source>
        <translation>&amp;Discard</translation>
    </message>
    <message>
        <source>&amp;Zahlen behalten</source>
        <translation>&amp;Keep the numbers</translation>
    </message>
    <message>
        <source>Danach lässt er sich nicht mehr wiederherstellen.</source>
        <translation>It cannot be restored afterwards.</translation>
    </message>
    <message>
        <source>Die Zahlen gelten unverändert auf der neuen Skala</source>
        <translation>The numbers stay as they are on the new scale</translation>
    </message>
    <message>
        <source>Die von all&amp;en Rezensionen</source>
        <translation>Those of &amp;all reviews</translation>
    </message>
    <message>
        <source>Frühere Fassungen dieser Rezension sind noch vorhanden.</source>
        <translation>Earlier versions of this review are still there.</translation>
    </message>
    <message>
        <source>Möchten Sie den ungesicherten Text von „{title}“ verwerfen?</source>
        <translation>Do you want to discard the unsaved draft of “{title}”?</translation>
    </message>
    <message>
        <source>Möchten Sie die Änderungen an „{title}“ sichern?</source>
        <translation>Do you want to save the changes to “{title}”?</translation>
    </message>
    <message>
        <source>Ohne Sichern gehen sie verloren.</source>
        <translation>They are lost unless you save them.</translation>
    </message>
    <message>
        <source>Rezensent</source>
        <translation>Rezensent</translation>
    </message>
    <message>
        <source>Sie lassen sich danach nicht mehr wiederherstellen. Die Rezensionen selbst bleiben erhalten.</source>
        <translation>They cannot be restored afterwards. The reviews themselves are kept.</translation>
    </message>
    <message>
        <source>Skala der Wertung</source>
        <translation>Rating scale</translation>
    </message>
    <message>
        <source>Welche früheren Fassungen möchten Sie löschen?</source>
        <translation>Which earlier versions do you want to delete?</translation>
    </message>
</context>
<context>
    <name>DictionaryEditor</name>
    <message>
        <source>&amp;Aufnehmen</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Entfernen</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Importieren …</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>Alle Wörter in eine Textdatei schreiben, eines je Zeile</source>
        <translation>Write all words to a text file, one per line</translation>
    </message>
    <message>
        <source>Diese Wörter gelten in jeder Rezension als richtig.</source>
        <translation>These words count as correct in every review.</translation>
    </message>
    <message>
        <source>E&amp;xportieren …</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>Ihr Wörterbuch</source>
        <translation>Your dictionary</translation>
    </message>
    <message>
        <source>Neues Wort</source>
        <translation>New word</translation>
    </message>
    <message>
        <source>Wörter aus einer Textdatei importieren, eines je Zeile</source>
        <translation>Import words from a text file, one per line</translation>
    </message>
    <message>
        <source>{word} Wörter sind entfernt.</source>
        <translation>{word} words have been removed.</translation>
    </message>
    <message>
        <source>„{word}“ ist aufgenommen.</source>
        <translation>“{word}” has been added.</translation>
    </message>
    <message>
        <source>„{word}“ ist entfernt.</source>
        <translation>“{word}” has been removed.</translation>
    </message>
    <message>
        <source>„{word}“ steht schon im Wörterbuch.</source>
        <translation>“{word}” is in the dictionary already.</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>{n} gleiche Wörter</source>
        <translation>{n} identical words</translation>
    </message>
</context>
<context>
    <name>DisclosureButton</name>
    <message>
        <source>aufgeklappt</source>
        <translation>expanded</translation>
    </message>
    <message>
        <source>zugeklappt</source>
        <translation>collapsed</translation>
    </message>
</context>
<context>
    <name>ExplanationView</name>
    <message>
        <source>Falsch: {text}</source>
        <translation>Wrong: {text}</translation>
    </message>
    <message>
        <source>Richtig: {text}</source>
        <translation>Right: {text}</translation>
    </message>
    <message>
        <source>Zu dieser Regel gibt es keine Beispiele.</source>
        <translation>There are no examples for this rule.</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>&amp;Abbrechen</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Ersetzen</source>
        <translation>&amp;Replace</translation>
    </message>
    <message>
        <source>&amp;Nicht ersetzen</source>
        <translation>&amp;Do not replace</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Die Datei „{name}“ gibt es schon. Soll sie ersetzt werden?</source>
        <translation>The file “{name}” already exists. Do you want to replace it?</translation>
    </message>
    <message>
        <source>Die Einstellungen sind für diese Rezension gemerkt.</source>
        <translation>The settings are remembered for this review.</translation>
    </message>
    <message>
        <source>Die Änderungen darin gehen beim Ersetzen verloren.</source>
        <translation>The changes in it are lost if it is replaced.</translation>
    </message>
    <message>
        <source>Diese Dateien gibt es schon. Sollen sie ersetzt werden?</source>
        <translation>These files already exist. Do you want to replace them?</translation>
    </message>
    <message>
        <source>Diese Dateien wurden seit dem letzten Export geändert:</source>
        <translation>These files have been changed since the last export:</translation>
    </message>
    <message>
        <source>Exportiert als {path}.</source>
        <translation>Exported as {path}.</translation>
    </message>
    <message>
        <source>Exportiert in {folder}: {names}.</source>
        <translation>Exported to {folder}: {names}.</translation>
    </message>
    <message>
        <source>Noch offen: {points}</source>
        <translation>Still open: {points}</translation>
    </message>
    <message>
        <source>Trotzdem exportieren</source>
        <translation>Export anyway</translation>
    </message>
    <message>
        <source>{format} wird exportiert ({number} von {count}) …</source>
        <translation>Exporting {format} ({number} of {count})…</translation>
    </message>
    <message>
        <source>„{name}“ wurde seit dem letzten Export geändert.</source>
        <translation>“{name}” has been changed since the last export.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Exportieren</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Die Vorschau wird erstellt …</source>
        <translation>Creating the preview…</translation>
    </message>
    <message>
        <source>Diese Einstellungen für die Rezension merken, ohne etwas zu exportieren</source>
        <translation>Remember these settings for the review without exporting anything</translation>
    </message>
    <message>
        <source>Einste&amp;llungen merken</source>
        <translation>Remem&amp;ber settings</translation>
    </message>
    <message>
        <source>Exportieren</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>S&amp;chließen</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>ExportReporter</name>
    <message>
        <source>Ordner zeigen</source>
        <translation>Show folder</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>FactsView</name>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Ohne Titel</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>Weitere Angaben</source>
        <translation>Further facts</translation>
    </message>
    <message>
        <source>{n} ausgefüllt</source>
        <translation>{n} filled in</translation>
    </message>
    <message>
        <source>△ {n} prüfen</source>
        <translation>△ {n} to check</translation>
    </message>
</context>
<context>
    <name>FilesController</name>
    <message>
        <source>Gesichert</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Neue Rezension aus einer früheren</source>
        <translation>New review from an earlier one</translation>
    </message>
    <message>
        <source>Rezension ohne Titel</source>
        <translation>Untitled review</translation>
    </message>
    <message>
        <source>Rezension sichern</source>
        <translation>Save review</translation>
    </message>
    <message>
        <source>Rezension öffnen</source>
        <translation>Open review</translation>
    </message>
    <message>
        <source>Rezensionen (*.md *.markdown);;Alle Dateien (*)</source>
        <translation>Reviews (*.md *.markdown);;All files (*)</translation>
    </message>
    <message>
        <source>Rezensionen (*.md)</source>
        <translation>Reviews (*.md)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>1 Stelle</source>
        <translation>1 match</translation>
    </message>
    <message>
        <source>1 Stelle ersetzen</source>
        <translation>Replace 1 match</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Alle ersetzen …</source>
        <translation>Replace all…</translation>
    </message>
    <message>
        <source>Ersetzen</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Ersetzen durch</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>Groß- und Kleinschreibung beachten</source>
        <translation>Match case</translation>
    </message>
    <message>
        <source>Keine Stelle</source>
        <translation>No matches</translation>
    </message>
    <message>
        <source>Nur ganze Wörter</source>
        <translation>Whole words only</translation>
    </message>
    <message>
        <source>Nächste Stelle</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Suche schließen</source>
        <translation>Close search</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Suchmuster (regulärer Ausdruck)</source>
        <translation>Regular expression</translation>
    </message>
    <message>
        <source>Vorige Stelle</source>
        <translation>Previous match</translation>
    </message>
    <message>
        <source>Wort</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>{i} von {n}</source>
        <translation>{i} of {n}</translation>
    </message>
    <message>
        <source>{n} Stellen</source>
        <translation>{n} matches</translation>
    </message>
    <message>
        <source>{n} Stellen ersetzen</source>
        <translation>Replace {n} matches</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Erklären</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>Hierfür gibt es keinen Vorschlag.</source>
        <translation>There are no suggestions for this.</translation>
    </message>
    <message>
        <source>Leerzeichen</source>
        <comment>one blank</comment>
        <translation>space</translation>
    </message>
    <message>
        <source>Meinten Sie „{word}“?</source>
        <translation>Did you mean “{word}”?</translation>
    </message>
    <message>
        <source>Vorschläge: {words}</source>
        <translation>Suggestions: {words}</translation>
    </message>
    <message>
        <source>entfernen</source>
        <translation>remove</translation>
    </message>
    <message>
        <source>{n} Leerzeichen</source>
        <translation>{n} spaces</translation>
    </message>
</context>
<context>
    <name>FindingPresenter</name>
    <message>
        <source>1 Hinweis</source>
        <translation>1 finding</translation>
    </message>
    <message>
        <source>Der Text wird geprüft …</source>
        <translation>The text is being checked…</translation>
    </message>
    <message>
        <source>Keine Hinweise</source>
        <translation>No findings</translation>
    </message>
    <message>
        <source>Keine Hinweise. Der Text ist geprüft.</source>
        <translation>No findings. The text has been checked.</translation>
    </message>
    <message>
        <source>Noch nichts geschrieben: Hinweise erscheinen hier, während Sie schreiben.</source>
        <translation>Nothing written yet: findings appear here as you write.</translation>
    </message>
    <message>
        <source>entfernt</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>{n} Hinweise</source>
        <translation>{n} findings</translation>
    </message>
    <message>
        <source>„{words}“ eingesetzt</source>
        <translation>Inserted “{words}”</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>1 möglicher Name – ansehen</source>
        <translation>1 possible name – view</translation>
    </message>
    <message>
        <source>Alle Arten</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Arten von Hinweisen</source>
        <translation>Kinds of findings</translation>
    </message>
    <message>
        <source>Grammatik</source>
        <translation>Grammar</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Hinweise · {n}</source>
        <translation>Findings · {n}</translation>
    </message>
    <message>
        <source>Rechtschreibung</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>Stil</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>ganze Rezension</source>
        <translation>whole review</translation>
    </message>
    <message>
        <source>unbekannt, {n} Stellen</source>
        <translation>unknown, {n} places</translation>
    </message>
    <message>
        <source>{n} Stellen</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <source>{n} mögliche Namen – ansehen</source>
        <translation>{n} possible names – view</translation>
    </message>
    <message>
        <source>Öffnet die Liste; bis Sie entschieden haben, ist nichts unterstrichen.</source>
        <translation>Opens the list; nothing is underlined until you have decided.</translation>
    </message>
</context>
<context>
    <name>FormChoice</name>
    <message>
        <source>&amp;Formular:</source>
        <translation>&amp;Form:</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Formular</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>FormatActions</name>
    <message>
        <source>Setzen Sie den Cursor zuerst in einen Abschnitt.</source>
        <translation>Place the cursor in a section first.</translation>
    </message>
</context>
<context>
    <name>FormatList</name>
    <message>
        <source>Formate</source>
        <translation>Formats</translation>
    </message>
</context>
<context>
    <name>FrontTabs</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text und Vorschau</source>
        <translation>Text and preview</translation>
    </message>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Dafür hat sich kein Programm geöffnet: {place}</source>
        <translation>No program has opened for this: {place}</translation>
    </message>
</context>
<context>
    <name>ImageAttachments</name>
    <message>
        <source>Beim ersten Sichern wird das Bild neben der Rezension abgelegt.</source>
        <translation>The image will be placed beside the review when you first save it.</translation>
    </message>
    <message>
        <source>Bild wählen</source>
        <translation>Choose an image</translation>
    </message>
    <message>
        <source>Bilder ({endings})</source>
        <translation>Images ({endings})</translation>
    </message>
    <message>
        <source>bild</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>rezension</source>
        <translation>review</translation>
    </message>
</context>
<context>
    <name>ImageDialog</name>
    <message>
        <source>&amp;Abbrechen</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Bildbeschreibung:</source>
        <translation>Image &amp;description:</translation>
    </message>
    <message>
        <source>&amp;Einfügen</source>
        <translation>&amp;Insert</translation>
    </message>
    <message>
        <source>&amp;Unverändert</source>
        <translation>&amp;Unchanged</translation>
    </message>
    <message>
        <source>Bild aus der Zwischenablage</source>
        <translation>Image from the clipboard</translation>
    </message>
    <message>
        <source>Bild einfügen</source>
        <translation>Insert image</translation>
    </message>
    <message>
        <source>Bildbeschreibung</source>
        <translation>Image description</translation>
    </message>
    <message>
        <source>Das Bild ist groß. Wie soll es eingefügt werden?</source>
        <translation>The image is large. How do you want to insert it?</translation>
    </message>
    <message>
        <source>Ein Satz für alle, die das Bild nicht sehen</source>
        <translation>A sentence for those who do not see it</translation>
    </message>
    <message>
        <source>Für das &amp;Web</source>
        <translation>For the w&amp;eb</translation>
    </message>
    <message>
        <source>Für den &amp;Druck</source>
        <translation>For &amp;print</translation>
    </message>
    <message>
        <source>{width} × {height} Pixel</source>
        <translation>{width} × {height} pixels</translation>
    </message>
</context>
<context>
    <name>ImportController</name>
    <message>
        <source>Diese Datei enthält keinen Text; bitte wählen Sie eine andere.</source>
        <translation>This file contains no text; please choose another one.</translation>
    </message>
    <message>
        <source>In der Zwischenablage ist kein Text; bitte kopieren Sie ihn zuerst.</source>
        <translation>There is no text on the clipboard; please copy it first.</translation>
    </message>
    <message>
        <source>Sie machen weiter, wo Sie aufgehört haben; Strg+Z nimmt es Schritt für Schritt zurück.</source>
        <translation>You continue where you left off; Ctrl+Z takes it back step by step.</translation>
    </message>
    <message>
        <source>Text importieren</source>
        <translation>Import text</translation>
    </message>
    <message>
        <source>Texte ({endings});;Alle Dateien (*)</source>
        <translation>Texts ({endings});;All files (*)</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>&amp;Importieren</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Teilen</source>
        <translation>&amp;Split</translation>
    </message>
    <message>
        <source>&amp;Verbinden</source>
        <translation>&amp;Join</translation>
    </message>
    <message>
        <source>? = unsicher, noch {n} anzusehen</source>
        <translation>? = uncertain, {n} left to look at</translation>
    </message>
    <message>
        <source>Absätze in Sätze teilen, einen Satz an einer Stelle Ihrer Wahl</source>
        <translation>Split paragraphs into sentences, a sentence where you choose</translation>
    </message>
    <message>
        <source>Die gewählten Teile verbinden, einen einzelnen mit dem davor</source>
        <translation>Join the selected parts, a single one with the one before</translation>
    </message>
    <message>
        <source>Hier gibt es nichts zu teilen.</source>
        <translation>There is nothing to split here.</translation>
    </message>
    <message>
        <source>In {n} Teile geteilt</source>
        <translation>Split into {n} parts</translation>
    </message>
    <message>
        <source>Teile des Textes</source>
        <translation>Parts of the text</translation>
    </message>
    <message>
        <source>Text in Abschnitte einsortieren</source>
        <translation>Sort text into sections</translation>
    </message>
    <message>
        <source>Verbunden</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>Vor dem ersten Teil gibt es keinen weiteren.</source>
        <translation>There is no part before the first one.</translation>
    </message>
    <message>
        <source>Vorschau der Abschnitte</source>
        <translation>Preview of the sections</translation>
    </message>
    <message>
        <source>Wählen Sie dafür einen einzelnen Teil.</source>
        <translation>Select a single part for this.</translation>
    </message>
    <message>
        <source>Ziffer: einsortieren · ↑ ↓: weiter, mit Umschalt mehrere · S: teilen · J: verbinden · Strg+Z: zurück · Strg+Eingabe: importieren</source>
        <translation>Digit: sort · ↑ ↓: move, with Shift several · S: split · J: join · Ctrl+Z: undo · Ctrl+Enter: import</translation>
    </message>
    <message>
        <source>Zurückgenommen</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>← →: Wort für Wort · S: nächster Teilsatz · Eingabe: teilen · Esc: abbrechen</source>
        <translation>← →: word by word · S: next clause · Enter: split · Esc: cancel</translation>
    </message>
</context>
<context>
    <name>ImportTarget</name>
    <message>
        <source>An den Text dieser Rezension &amp;anhängen</source>
        <translation>&amp;Append to the text of this review</translation>
    </message>
    <message>
        <source>In eine &amp;neue Rezension, in einem eigenen Fenster</source>
        <translation>Into a &amp;new review, in a window of its own</translation>
    </message>
</context>
<context>
    <name>InstallAction</name>
    <message>
        <source>&amp;LanguageTool fertig einrichten</source>
        <translation>Finish setting up Lang&amp;uageTool</translation>
    </message>
    <message>
        <source>&amp;LanguageTool herunterladen ({size} MB, {time})</source>
        <translation>Download Lang&amp;uageTool ({size} MB, {time})</translation>
    </message>
    <message>
        <source>&amp;LanguageTool neu einrichten</source>
        <translation>Set up Lang&amp;uageTool again</translation>
    </message>
    <message>
        <source>Die Prüfung startet gerade.</source>
        <translation>The checker is starting.</translation>
    </message>
    <message>
        <source>Herunterladen von &amp;LanguageTool abbrechen</source>
        <translation>Cancel downloading Lang&amp;uageTool</translation>
    </message>
    <message>
        <source>LanguageTool ist eingerichtet.</source>
        <translation>LanguageTool is set up.</translation>
    </message>
    <message>
        <source>etwa eine Minute</source>
        <translation>about a minute</translation>
    </message>
    <message>
        <source>etwa zwei Minuten</source>
        <translation>about two minutes</translation>
    </message>
    <message>
        <source>etwa {n} Minuten</source>
        <translation>about {n} minutes</translation>
    </message>
</context>
<context>
    <name>LinkActions</name>
    <message>
        <source>&amp;Verweis entfernen</source>
        <translation>&amp;Remove link</translation>
    </message>
    <message>
        <source>Das ist keine Internetadresse. Eine solche sieht aus wie www.beispiel.de.</source>
        <translation>This is not a web address. One looks like www.example.com.</translation>
    </message>
    <message>
        <source>Die Adresse fehlt noch.</source>
        <translation>The address is still missing.</translation>
    </message>
    <message>
        <source>Hier steht Quelltext. Ein Verweis ist nur im Text der Rezension möglich.</source>
        <translation>This is source text. A link is possible in the text of the review only.</translation>
    </message>
    <message>
        <source>Verweis ä&amp;ndern …</source>
        <translation>Change li&amp;nk…</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>&amp;Adresse</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Verweis entfernen</source>
        <translation>&amp;Remove link</translation>
    </message>
    <message>
        <source>Verweis</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Wie die Adresse</source>
        <translation>Same as the address</translation>
    </message>
</context>
<context>
    <name>LockHolder</name>
    <message>
        <source>d. MMMM, HH:mm</source>
        <translation>d MMMM, HH:mm</translation>
    </message>
    <message>
        <source>{name} ist seit {since} in einem anderen Fenster geöffnet (Rechner „{host}“). Hier lässt sich die Rezension lesen und mit „Sichern unter“ kopieren.</source>
        <translation>{name} has been open in another window since {since} (computer “{host}”). Here you can read the review and copy it with “Save as”.</translation>
    </message>
    <message>
        <source>{name} ist wieder frei und lässt sich bearbeiten.</source>
        <translation>{name} is free again and can be edited.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Es gibt nichts rückgängig zu machen.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Es gibt nichts zu wiederholen.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>Hinweise</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>Rezension ohne Titel</source>
        <translation>Untitled review</translation>
    </message>
    <message>
        <source>Stil</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Werkzeuge</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>{name} (nur lesen)</source>
        <translation>{name} (read only)</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>noch 1 Meldung</source>
        <translation>1 more message</translation>
    </message>
    <message>
        <source>noch {n} Meldungen</source>
        <translation>{n} more messages</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>&amp;Ansehen</source>
        <translation>&amp;Show</translation>
    </message>
    <message>
        <source>Schließt diesen Dialog und zeigt „Fertig?“</source>
        <translation>Closes this dialog and shows “Ready?”</translation>
    </message>
</context>
<context>
    <name>MissingFile</name>
    <message>
        <source>Frühere Fassungen …</source>
        <translation>Earlier versions…</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>&amp;Farben:</source>
        <translation>Colo&amp;urs:</translation>
    </message>
    <message>
        <source>&amp;Gestaltung:</source>
        <translation>&amp;Theme:</translation>
    </message>
    <message>
        <source>&amp;Inhaltsverzeichnis</source>
        <translation>Table of co&amp;ntents</translation>
    </message>
    <message>
        <source>&amp;Zeilenlänge:</source>
        <translation>&amp;Line length:</translation>
    </message>
    <message>
        <source>&amp;Überschriften der Abschnitte</source>
        <translation>Section hea&amp;dings</translation>
    </message>
    <message>
        <source>A&amp;kzentfarbe:</source>
        <translation>&amp;Accent colour:</translation>
    </message>
    <message>
        <source>Aus: Sie liegen im Ordner „bilder“ daneben.</source>
        <translation>Off: they are beside it in the folder “bilder”.</translation>
    </message>
    <message>
        <source>Bil&amp;der in die Datei einbetten</source>
        <translation>Embed &amp;images in the file</translation>
    </message>
    <message>
        <source>Durch einen Vermerk ersetzen</source>
        <translation>Replace with a note</translation>
    </message>
    <message>
        <source>Eingeklappt, wo das Format es kann</source>
        <translation>Collapsed where the format can do it</translation>
    </message>
    <message>
        <source>Format im Text &amp;mitgeben</source>
        <translation>Inline st&amp;yles</translation>
    </message>
    <message>
        <source>Für Foren, Newsletter und Seiten, die keine eigenen Formatvorlagen annehmen.</source>
        <translation>For forums, newsletters and pages that accept no style sheet.</translation>
    </message>
    <message>
        <source>Für alle Formate</source>
        <translation>For all formats</translation>
    </message>
    <message>
        <source>Gesch&amp;rieben für:</source>
        <translation>W&amp;ritten for:</translation>
    </message>
    <message>
        <source>Hell und dunkel</source>
        <translation>Light and dark</translation>
    </message>
    <message>
        <source>Immer dunkel</source>
        <translation>Always dark</translation>
    </message>
    <message>
        <source>Immer hell</source>
        <translation>Always light</translation>
    </message>
    <message>
        <source>N&amp;ur den Artikel, ohne Seitengerüst</source>
        <translation>Article only, without the pa&amp;ge around it</translation>
    </message>
    <message>
        <source>Nicht umbrechen</source>
        <comment>lines of plain text</comment>
        <translation>Do not wrap</translation>
    </message>
    <message>
        <source>Nur für dieses Format</source>
        <translation>For this format only</translation>
    </message>
    <message>
        <source>S&amp;poiler:</source>
        <translation>S&amp;poilers:</translation>
    </message>
    <message>
        <source>Schrift der Über&amp;schriften:</source>
        <translation>&amp;Heading font:</translation>
    </message>
    <message>
        <source>Schrift des &amp;Textes:</source>
        <translation>Te&amp;xt font:</translation>
    </message>
    <message>
        <source>So wie das Gerät der Leser eingestellt ist</source>
        <translation>As set on the reader’s device</translation>
    </message>
    <message>
        <source>Weglassen</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Wie in der Gestaltung</source>
        <translation>As in the theme</translation>
    </message>
    <message>
        <source>Zeigen</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Zum Einfügen in eine andere Seite: ohne HTML-Kopf, bei Markdown ohne Angaben, bei BBCode und Text ohne Titel.</source>
        <translation>To be pasted into another page: without the HTML head, in Markdown without the facts, in BBCode and text without the title.</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Gliederung</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>REZENSION</source>
        <translation>REVIEW</translation>
    </message>
    <message>
        <source>{n} von {count} Angaben sind ausgefüllt</source>
        <translation>{n} of {count} facts are filled in</translation>
    </message>
</context>
<context>
    <name>OverviewController</name>
    <message>
        <source>Fertig?</source>
        <translation>Ready?</translation>
    </message>
    <message>
        <source>Zahlen</source>
        <translation>Numbers</translation>
    </message>
</context>
<context>
    <name>PagePrinter</name>
    <message>
        <source>Die Seite ist an den Drucker gesendet.</source>
        <translation>The page has been sent to the printer.</translation>
    </message>
    <message>
        <source>Die Seite ließ sich nicht als PDF schreiben.</source>
        <translation>The page could not be written as PDF.</translation>
    </message>
    <message>
        <source>Die Seite ließ sich nicht drucken; bitte prüfen Sie den Drucker.</source>
        <translation>The page could not be printed; please check the printer.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Vorschau</source>
        <translation>Preview</translation>
    </message>
</context>
<context>
    <name>PaletteController</name>
    <message>
        <source>Abschnitt: {section}</source>
        <translation>Section: {section}</translation>
    </message>
    <message>
        <source>Angabe: {fact}</source>
        <translation>Fact: {fact}</translation>
    </message>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>Diese Adresse im Browser öffnen? {url}</source>
        <translation>Open this address in the browser? {url}</translation>
    </message>
    <message>
        <source>Keine Vorschau: {problem} Schreiben, prüfen, sichern und exportieren können Sie trotzdem.</source>
        <translation>No preview: {problem} You can still write, check, save and export.</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>PreviewRoom</name>
    <message>
        <source>Die Vorschau wird noch geladen.</source>
        <translation>The preview is still loading.</translation>
    </message>
    <message>
        <source>Es ist kein Drucker eingerichtet. Die Seite liegt als PDF in {path}, bis Sie dieses Fenster schließen.</source>
        <translation>No printer is set up. The page is a PDF in {path} until you close this window.</translation>
    </message>
    <message>
        <source>Es ist kein Drucker eingerichtet. Die Seite öffnet sich als PDF; bis Sie dieses Fenster schließen, liegt sie in {path}.</source>
        <translation>No printer is set up. The page opens as a PDF; until you close this window it is in {path}.</translation>
    </message>
    <message>
        <source>Ordner öffnen</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>rezension</source>
        <translation>review</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ProofingController</name>
    <message>
        <source>Am Cursor ist kein Hinweis.</source>
        <translation>There is no finding at the cursor.</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>LanguageTool ist eingerichtet; die Prüfung beginnt.</source>
        <translation>LanguageTool is set up; checking begins.</translation>
    </message>
</context>
<context>
    <name>ProposalBar</name>
    <message>
        <source>Angaben, die der Text nennt, wie „Regie: …“</source>
        <translation>Facts that the text states, as in “Regie: …”</translation>
    </message>
    <message>
        <source>Ansehen …</source>
        <translation>View…</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{n} von {count} übernehmen</source>
        <translation>Accept {n} of {count}</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Accept</translation>
    </message>
</context>
<context>
    <name>ProposalController</name>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ProposalTree</name>
    <message>
        <source>Angaben</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Gefunden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Im Text</source>
        <translation>In the text</translation>
    </message>
    <message>
        <source>Namen</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Namen und Angaben im Text</source>
        <translation>Names and facts in the text</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>1 Angabe</source>
        <translation>1 fact</translation>
    </message>
    <message>
        <source>1 Name</source>
        <translation>1 name</translation>
    </message>
    <message>
        <source>1 Wort gilt hier nicht als Name</source>
        <translation>1 word is not a name here</translation>
    </message>
    <message>
        <source>Wertung</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Wertung: {section}</source>
        <translation>Rating: {section}</translation>
    </message>
    <message>
        <source>bekannter Name</source>
        <translation>known name</translation>
    </message>
    <message>
        <source>kein Name</source>
        <translation>not a name</translation>
    </message>
    <message>
        <source>{names} und {facts}</source>
        <translation>{names} and {facts}</translation>
    </message>
    <message>
        <source>{n} Angaben</source>
        <translation>{n} facts</translation>
    </message>
    <message>
        <source>{n} Namen</source>
        <translation>{n} names</translation>
    </message>
    <message>
        <source>{n} Wörter gelten hier nicht als Namen</source>
        <translation>{n} words are not names here</translation>
    </message>
    <message>
        <source>{things} gefunden</source>
        <translation>{things} found</translation>
    </message>
    <message>
        <source>{things} übernommen</source>
        <translation>{things} accepted</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>&amp;Übernehmen</source>
        <translation>&amp;Accept</translation>
    </message>
    <message>
        <source>Ar&amp;t:</source>
        <translation>&amp;Kind:</translation>
    </message>
    <message>
        <source>Im Text &amp;zeigen</source>
        <translation>&amp;Show in text</translation>
    </message>
    <message>
        <source>Im Text steht kein Name und keine Angabe, die der Rezension noch fehlt. Sobald Sie welche schreiben oder einfügen, stehen sie hier.</source>
        <translation>The text has no name and no fact that the review lacks. They appear here as soon as you write or paste some.</translation>
    </message>
    <message>
        <source>Namen und Angaben im Text</source>
        <translation>Names and facts in the text</translation>
    </message>
    <message>
        <source>und noch eine Stelle</source>
        <translation>and one more place</translation>
    </message>
    <message>
        <source>und {n} weitere Stellen</source>
        <translation>and {n} more places</translation>
    </message>
    <message>
        <source>{n} &amp;übernehmen</source>
        <translation>&amp;Accept {n}</translation>
    </message>
</context>
<context>
    <name>QuietPage</name>
    <message>
        <source>Fortschritt</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>RatingEdit</name>
    <message>
        <source>Das ist die Gesamtwertung der Rezension.</source>
        <translation>This is the overall rating of the review.</translation>
    </message>
    <message>
        <source>Hier ist keine Wertung vergeben.</source>
        <translation>There is no rating here.</translation>
    </message>
    <message>
        <source>Klicken oder mit Pfeiltasten und Ziffern bewerten; Entf oder Rechtsklick entfernt</source>
        <translation>Rate by click, arrow keys or digits; Delete or a right click removes</translation>
    </message>
    <message>
        <source>Pfeiltasten, Ziffern oder Entf</source>
        <translation>Arrow keys, digits or Delete</translation>
    </message>
    <message>
        <source>Wertung entfernen</source>
        <translation>Remove rating</translation>
    </message>
</context>
<context>
    <name>RatingScaleActions</name>
    <message>
        <source>Diese Wertung lässt sich nicht genau umrechnen. Trotzdem umrechnen?</source>
        <translation>This rating cannot be converted exactly. Convert it anyway?</translation>
    </message>
    <message>
        <source>Diese Wertungen lassen sich nicht genau umrechnen. Trotzdem umrechnen?</source>
        <translation>These ratings cannot be converted exactly. Convert them anyway?</translation>
    </message>
    <message>
        <source>Gesamtwertung</source>
        <translation>Overall rating</translation>
    </message>
    <message>
        <source>Wertung umgerechnet: {old} sind jetzt {new}.</source>
        <translation>Rating converted: {old} is now {new}.</translation>
    </message>
    <message>
        <source>Wertungen umgerechnet: {old} sind jetzt {new}.</source>
        <translation>Ratings converted: {old} is now {new}.</translation>
    </message>
    <message>
        <source>Zahlen behalten</source>
        <translation>Keep the numbers</translation>
    </message>
    <message>
        <source>{section}: {old} wären {exact}, gerundet {new}</source>
        <translation>{section}: {old} would be {exact}, rounded {new}</translation>
    </message>
    <message>
        <source>{section}: {old}; gilt als {rounded}</source>
        <translation>{section}: {old}; becomes {rounded}</translation>
    </message>
</context>
<context>
    <name>RatingSuggestion</name>
    <message>
        <source>Vorschlag {n} als Gesamtwertung übernehmen</source>
        <translation>Use the proposal {n} as the overall rating</translation>
    </message>
    <message>
        <source>Vorschlag übernehmen</source>
        <translation>Use the proposal</translation>
    </message>
    <message>
        <source>Vorschlag: {n} (Mittel der Abschnitte)</source>
        <translation>Proposal: {n} (mean of the sections)</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Use</translation>
    </message>
</context>
<context>
    <name>RatingText</name>
    <message>
        <source>,</source>
        <comment>decimal separator</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>Punkten</source>
        <translation>points</translation>
    </message>
    <message>
        <source>Skala: {worst} bis {best}, am besten {best}</source>
        <translation>Scale: {worst} to {best}, {best} is best</translation>
    </message>
    <message>
        <source>Sternen</source>
        <translation>stars</translation>
    </message>
    <message>
        <source>keine Wertung</source>
        <translation>no rating</translation>
    </message>
    <message>
        <source>{n} (nicht auf der Skala)</source>
        <translation>{n} (not on the scale)</translation>
    </message>
    <message>
        <source>{n} Prozent</source>
        <translation>{n} per cent</translation>
    </message>
    <message>
        <source>{n} von {best} {unit}</source>
        <translation>{n} out of {best} {unit}</translation>
    </message>
    <message>
        <source>{n}, nicht auf der Skala von {low} bis {high}</source>
        <translation>{n}, not on the scale from {low} to {high}</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Die Auswahl</source>
        <translation>The selection</translation>
    </message>
    <message>
        <source>Die Sprachausgabe dieses Rechners antwortet nicht; „Vorlesen“ versucht es von neuem.</source>
        <translation>The speech output of this computer does not answer; “Read aloud” tries again.</translation>
    </message>
    <message>
        <source>Die Sprachausgabe dieses Rechners ist ausgefallen; „Vorlesen“ versucht es von neuem.</source>
        <translation>The speech output of this computer has failed; “Read aloud” tries again.</translation>
    </message>
    <message>
        <source>Zum Vorlesen fehlt der Sprachausgabe eine deutsche Stimme; unter Linux bringt sie das Paket „espeak-ng“ mit.</source>
        <translation>To read aloud, speech output needs a German voice; on Linux the package “espeak-ng” provides one.</translation>
    </message>
    <message>
        <source>Zum Vorlesen fehlt diesem Rechner eine Sprachausgabe; unter Linux bringt sie das Paket „speech-dispatcher“ mit.</source>
        <translation>To read aloud, this computer needs speech output; on Linux the package “speech-dispatcher” provides it.</translation>
    </message>
    <message>
        <source>„{section}“</source>
        <translation>“{section}”</translation>
    </message>
</context>
<context>
    <name>ReadabilityView</name>
    <message>
        <source>Aus Wörtern je Satz und Silben je Wort: 100 ist sehr leicht, 0 sehr schwer.</source>
        <translation>From words per sentence and syllables per word: 100 is very easy, 0 very hard.</translation>
    </message>
    <message>
        <source>Die Schulstufe, ab der ein Sachtext verständlich ist, etwa von 4 bis 15.</source>
        <translation>The school year from which a factual text can be understood, about 4 to 15.</translation>
    </message>
    <message>
        <source>Lesbarkeit</source>
        <translation>Readability</translation>
    </message>
    <message>
        <source>Wörter je Satz plus der Anteil der Wörter mit mehr als sechs Buchstaben in Prozent: je höher, desto schwerer.</source>
        <translation>Words per sentence plus the percentage of words with more than six letters: the higher, the harder.</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;Fehlende entfernen</source>
        <translation>&amp;Remove missing ones</translation>
    </message>
    <message>
        <source>&amp;Liste leeren</source>
        <translation>&amp;Clear list</translation>
    </message>
    <message>
        <source>Noch war keine Rezension geöffnet.</source>
        <translation>No review has been opened yet.</translation>
    </message>
    <message>
        <source>Zuletzt &amp;geöffnet</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>nicht mehr vorhanden</source>
        <translation>no longer exists</translation>
    </message>
    <message>
        <source>{path} ist nicht mehr vorhanden; vielleicht wurde die Datei umbenannt oder verschoben.</source>
        <translation>{path} no longer exists; perhaps the file was renamed or moved.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Der Text ist wiederhergestellt und noch nicht gesichert.</source>
        <translation>The draft has been restored and is not saved yet.</translation>
    </message>
    <message>
        <source>Die Texte bleiben 30 Tage unter „Datei ▸ Ungesicherte Texte“.</source>
        <translation>The drafts stay for 30 days under “File ▸ Unsaved drafts”.</translation>
    </message>
    <message>
        <source>Ein ungesicherter Text ist beschädigt und lässt sich nicht anbieten; was davon da ist, steht in {path}.</source>
        <translation>An unsaved draft is damaged and cannot be offered; what is left of it is in {path}.</translation>
    </message>
    <message>
        <source>Es gibt keine ungesicherten Texte.</source>
        <translation>There are no unsaved drafts.</translation>
    </message>
    <message>
        <source>Es gibt ungesicherte Texte einer neueren Version von Rezensent; sie bleiben aufgehoben und lassen sich nur mit der neueren Version öffnen.</source>
        <translation>There are drafts of a newer version of Rezensent; they are kept and can only be opened with that version.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>&amp;Nicht jetzt</source>
        <translation>&amp;Not now</translation>
    </message>
    <message>
        <source>&amp;Verwerfen …</source>
        <translation>&amp;Discard…</translation>
    </message>
    <message>
        <source>&amp;Wiederherstellen</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>Beim letzten Beenden war nicht alles gesichert. Dieser Text ist neuer als die Datei; überschrieben wird sie erst, wenn Sie sichern.</source>
        <translation>Not everything was saved when Rezensent was last closed. This text is newer than the file, which is only overwritten when you save.</translation>
    </message>
    <message>
        <source>Die Fassungen werden verglichen …</source>
        <translation>Comparing the versions…</translation>
    </message>
    <message>
        <source>Diese Datei gibt es nicht mehr.</source>
        <translation>This file no longer exists.</translation>
    </message>
    <message>
        <source>Es gibt noch keine Datei.</source>
        <translation>There is no file yet.</translation>
    </message>
    <message>
        <source>In der Datei</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Rezension ohne Titel</source>
        <translation>Untitled review</translation>
    </message>
    <message>
        <source>Ungesicherte Texte</source>
        <translation>Unsaved drafts</translation>
    </message>
    <message>
        <source>Ungesicherter Text</source>
        <translation>Unsaved draft</translation>
    </message>
    <message>
        <source>d. MMMM yyyy, HH:mm</source>
        <translation>d MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>noch in keiner Datei</source>
        <translation>not in a file yet</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
</context>
<context>
    <name>ReorderMenus</name>
    <message>
        <source>Hier steht der Absatz schon.</source>
        <translation>The paragraph is here already.</translation>
    </message>
    <message>
        <source>Kein Abschnitt ist ausgeblendet.</source>
        <translation>No section is hidden.</translation>
    </message>
    <message>
        <source>Setzen Sie den Cursor zuerst in einen Abschnitt.</source>
        <translation>Place the cursor in a section first.</translation>
    </message>
</context>
<context>
    <name>ReplacementList</name>
    <message>
        <source>Ersetzungen</source>
        <translation>Replacements</translation>
    </message>
</context>
<context>
    <name>ReplacementModel</name>
    <message>
        <source>Abschnitt</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>nachher</source>
        <translation>after</translation>
    </message>
    <message>
        <source>vorher</source>
        <translation>before</translation>
    </message>
    <message>
        <source>{section}: „{old}“ wird „{new}“</source>
        <translation>{section}: “{old}” becomes “{new}”</translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>1 Stelle ist ersetzt.</source>
        <translation>1 match has been replaced.</translation>
    </message>
    <message>
        <source>Der Text hat sich geändert; bitte sehen Sie die Liste noch einmal durch.</source>
        <translation>The text has changed; please go through the list once more.</translation>
    </message>
    <message>
        <source>{n} Stellen sind ersetzt.</source>
        <translation>{n} matches have been replaced.</translation>
    </message>
</context>
<context>
    <name>ReviewFileNames</name>
    <message>
        <source>rezension</source>
        <translation>review</translation>
    </message>
</context>
<context>
    <name>RunningExports</name>
    <message>
        <source>Der Export läuft noch; danach schließt sich das Fenster.</source>
        <translation>The export is still running; the window closes when it is done.</translation>
    </message>
    <message>
        <source>Ohne Export schließen</source>
        <translation>Close without exporting</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Vorschau des Exports</source>
        <translation>Preview of the export</translation>
    </message>
</context>
<context>
    <name>SaveQueue</name>
    <message>
        <source>Die Bilder liegen jetzt neben der Rezension.</source>
        <translation>The images are beside the review now.</translation>
    </message>
    <message>
        <source>{name} hatte noch einen zweiten Namen (harte Verknüpfung); dort steht weiter der Text von vor dem Sichern.</source>
        <translation>{name} had a second name (a hard link); the text from before this save is still there.</translation>
    </message>
    <message>
        <source>{path} war nicht mehr vorhanden; die Rezension ist dort neu gesichert.</source>
        <translation>{path} no longer existed; the review has been saved there again.</translation>
    </message>
</context>
<context>
    <name>SaveRetry</name>
    <message>
        <source>Jetzt sichern</source>
        <translation>Save now</translation>
    </message>
    <message>
        <source>Noch nicht gesichert: {reason}. Neuer Versuch in {seconds} s.</source>
        <translation>Not saved yet: {reason}. Next attempt in {seconds} s.</translation>
    </message>
    <message>
        <source>Sichern unter …</source>
        <translation>Save as…</translation>
    </message>
</context>
<context>
    <name>ScaleDialog</name>
    <message>
        <source>&amp;Bester Wert:</source>
        <translation>&amp;Best value:</translation>
    </message>
    <message>
        <source>&amp;Schritt:</source>
        <translation>&amp;Step:</translation>
    </message>
    <message>
        <source>Beispiel:</source>
        <translation>Example:</translation>
    </message>
    <message>
        <source>Bester und schlechtester Wert sind gleich.</source>
        <translation>The best and the worst value are the same.</translation>
    </message>
    <message>
        <source>E&amp;inheit:</source>
        <translation>&amp;Unit:</translation>
    </message>
    <message>
        <source>Eigene Wertung</source>
        <translation>Custom rating</translation>
    </message>
    <message>
        <source>Schl&amp;echtester Wert:</source>
        <translation>&amp;Worst value:</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>1 Hinweis</source>
        <translation>1 finding</translation>
    </message>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>Gesamtwertung</source>
        <translation>Overall rating</translation>
    </message>
    <message>
        <source>Wertung: {section}</source>
        <translation>Rating: {section}</translation>
    </message>
    <message>
        <source>{n} Hinweise</source>
        <translation>{n} findings</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
</context>
<context>
    <name>SectionEditor</name>
    <message>
        <source>(entfernen)</source>
        <translation>(remove)</translation>
    </message>
</context>
<context>
    <name>SectionSummary</name>
    <message>
        <source>1 Hinweis</source>
        <translation>1 finding</translation>
    </message>
    <message>
        <source>1 Hinweis zum Stil</source>
        <translation>1 hint on style</translation>
    </message>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>leer</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{n} Hinweise</source>
        <translation>{n} findings</translation>
    </message>
    <message>
        <source>{n} Hinweise zum Stil</source>
        <translation>{n} hints on style</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
    <message>
        <source>○ leer</source>
        <translation>○ empty</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>&amp;Eigener Server der Redaktion</source>
        <translation>&amp;Server of your editorial office</translation>
    </message>
    <message>
        <source>&amp;Verbindung testen</source>
        <translation>&amp;Test connection</translation>
    </message>
    <message>
        <source>Adresse des Prüfdienstes</source>
        <translation>Address of the grammar server</translation>
    </message>
    <message>
        <source>Ergebnis des Tests</source>
        <translation>Result of the test</translation>
    </message>
    <message>
        <source>LanguageTool auf &amp;diesem Rechner (Vorgabe)</source>
        <translation>LanguageTool on this &amp;computer (default)</translation>
    </message>
    <message>
        <source>Prüfdienst</source>
        <translation>Grammar server</translation>
    </message>
    <message>
        <source>Verbindung wird getestet …</source>
        <translation>Testing the connection…</translation>
    </message>
    <message>
        <source>Warnung</source>
        <translation>Warning</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Jetzt: {value}</source>
        <translation>Now: {value}</translation>
    </message>
    <message>
        <source>Vorgabe: {value}</source>
        <translation>Default: {value}</translation>
    </message>
    <message>
        <source>Zurücksetzen</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>{label} zurücksetzen</source>
        <translation>Reset {label}</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Das Wörterbuch steht jetzt auch in {path}.</source>
        <translation>The dictionary is now in {path} as well.</translation>
    </message>
    <message>
        <source>Neu im Wörterbuch: {n}. Schon darin: {m}.</source>
        <translation>New in the dictionary: {n}. Already there: {m}.</translation>
    </message>
    <message>
        <source>Textdateien (*.txt);;Alle Dateien (*)</source>
        <translation>Text files (*.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Wörter importieren</source>
        <translation>Import words</translation>
    </message>
    <message>
        <source>Wörterbuch exportieren</source>
        <translation>Export dictionary</translation>
    </message>
    <message>
        <source>Wörterbuch.txt</source>
        <translation>dictionary.txt</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>&amp;Schließen</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Bereiche</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Einstellungen suchen</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>Keine Einstellung passt zu „{query}“. Bitte versuchen Sie es mit einem anderen Wort oder wählen Sie links einen Bereich.</source>
        <translation>No setting matches “{query}”. Please try another word, or choose a group on the left.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>{keys} gehört schon zu „{other}“; bitte ändern Sie zuerst jenes Tastenkürzel.</source>
        <translation>{keys} already belongs to “{other}”; please change that shortcut first.</translation>
    </message>
    <message>
        <source>{keys} gehört zum Schreiben in jedem Textfeld.</source>
        <translation>{keys} is needed for writing in every text field.</translation>
    </message>
    <message>
        <source>{keys} schreibt Text; bitte nehmen Sie Strg oder Alt dazu.</source>
        <translation>{keys} types text; please add Ctrl or Alt.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>&amp;Alle zurücksetzen</source>
        <translation>Reset &amp;all</translation>
    </message>
    <message>
        <source>&amp;Zurücksetzen</source>
        <translation>&amp;Reset</translation>
    </message>
    <message>
        <source>Befehl</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Befehl oder Tasten suchen</source>
        <translation>Search commands or keys</translation>
    </message>
    <message>
        <source>Befehle und ihre Tasten</source>
        <translation>Commands and their keys</translation>
    </message>
    <message>
        <source>Drücken Sie die neuen Tasten; Esc führt zurück zur Liste.</source>
        <translation>Press the new keys; Esc goes back to the list.</translation>
    </message>
    <message>
        <source>Menü</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Tasten drücken</source>
        <translation>Press keys</translation>
    </message>
    <message>
        <source>Tasten für „{name}“:</source>
        <translation>Keys for “{name}”:</translation>
    </message>
    <message>
        <source>Tastenkürzel</source>
        <translation>Keyboard shortcuts</translation>
    </message>
</context>
<context>
    <name>SideTabs</name>
    <message>
        <source>Hinweise, Stil und Überblick</source>
        <translation>Findings, style and overview</translation>
    </message>
</context>
<context>
    <name>SpeechBar</name>
    <message>
        <source>Anhalten</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Esc hält an.</source>
        <translation>Esc stops it.</translation>
    </message>
    <message>
        <source>Esc oder {key} hält an.</source>
        <translation>Esc or {key} stops it.</translation>
    </message>
    <message>
        <source>{subject} wird vorgelesen.</source>
        <translation>{subject} is being read aloud.</translation>
    </message>
</context>
<context>
    <name>SplitEdit</name>
    <message>
        <source>Stelle zum Teilen</source>
        <translation>Place to split</translation>
    </message>
</context>
<context>
    <name>SpoilerLabelEdit</name>
    <message>
        <source>Überschrift des Spoilers</source>
        <translation>Label of the spoiler</translation>
    </message>
</context>
<context>
    <name>SpoilerPainter</name>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Gesamt</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Häufigste Wörter</source>
        <translation>Most frequent words</translation>
    </message>
    <message>
        <source>Längste Sätze</source>
        <translation>Longest sentences</translation>
    </message>
    <message>
        <source>Ziele zählen Wörter; 0 entfernt ein Ziel.</source>
        <translation>Targets count words; 0 removes a target.</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
    <message>
        <source>{word}, {n} Stellen</source>
        <translation>{word}, {n} places</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>1 Hinweis</source>
        <translation>1 finding</translation>
    </message>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>Ansicht</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Deutsch (Deutschland)</source>
        <translation>German (Germany)</translation>
    </message>
    <message>
        <source>Deutsch (Schweiz)</source>
        <translation>German (Switzerland)</translation>
    </message>
    <message>
        <source>Deutsch (Österreich)</source>
        <translation>German (Austria)</translation>
    </message>
    <message>
        <source>Fokus – Esc beendet</source>
        <translation>Focus – Esc ends it</translation>
    </message>
    <message>
        <source>Gesichert</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Gesichert um {t}</source>
        <translation>Saved at {t}</translation>
    </message>
    <message>
        <source>Geändert</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Noch nicht gesichert</source>
        <translation>Not saved yet</translation>
    </message>
    <message>
        <source>Nur das Formular – Esc beendet</source>
        <translation>Form only – Esc ends it</translation>
    </message>
    <message>
        <source>Nur die Vorschau – Esc beendet</source>
        <translation>Preview only – Esc ends it</translation>
    </message>
    <message>
        <source>Nur lesen</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Prüfung</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>Sprache der Prüfung</source>
        <translation>Language of the check</translation>
    </message>
    <message>
        <source>Stand der Datei</source>
        <translation>State of the file</translation>
    </message>
    <message>
        <source>Umfang und Lesbarkeit</source>
        <translation>Length and readability</translation>
    </message>
    <message>
        <source>{n} Hinweise</source>
        <translation>{n} findings</translation>
    </message>
    <message>
        <source>{n} Min. Lesezeit</source>
        <translation>{n} min to read</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
</context>
<context>
    <name>StylePanel</name>
    <message>
        <source>Stil</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>Stil ist Geschmackssache und wird nur geprüft, wenn Sie es wollen.</source>
        <translation>Style is a matter of taste and only checked if you want it.</translation>
    </message>
    <message>
        <source>Stil prüfen</source>
        <translation>Check style</translation>
    </message>
    <message>
        <source>Stil · {n}</source>
        <translation>Style · {n}</translation>
    </message>
    <message>
        <source>Wiederholungen</source>
        <translation>Repetitions</translation>
    </message>
    <message>
        <source>{word}, {n} Stellen</source>
        <translation>{word}, {n} places</translation>
    </message>
</context>
<context>
    <name>StyleRow</name>
    <message>
        <source>Zum nächsten Hinweis</source>
        <translation>To the next finding</translation>
    </message>
    <message>
        <source>{rule}: Schwelle</source>
        <translation>{rule}: threshold</translation>
    </message>
    <message>
        <source>{rule}: {n} Hinweise, zum nächsten</source>
        <translation>{rule}: {n} findings, to the next one</translation>
    </message>
</context>
<context>
    <name>StyleRuleControl</name>
    <message>
        <source>{rule}: Schwelle</source>
        <translation>{rule}: threshold</translation>
    </message>
</context>
<context>
    <name>TargetsTable</name>
    <message>
        <source>Abschnitt</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Umfang der Abschnitte</source>
        <translation>Length of the sections</translation>
    </message>
    <message>
        <source>Wörter</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Zeichen</source>
        <translation>Chars</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ziel</source>
        <translation>Target</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Weitere Werkzeuge</source>
        <translation>More tools</translation>
    </message>
    <message>
        <source>Weitere Werkzeuge, für die hier kein Platz ist</source>
        <translation>More tools, for which there is no room here</translation>
    </message>
</context>
<context>
    <name>UnitModel</name>
    <message>
        <source> (unsicher)</source>
        <translation> (uncertain)</translation>
    </message>
    <message>
        <source>Unsicher; bitte sehen Sie sich diesen Teil an.</source>
        <translation>Uncertain; please look at this part.</translation>
    </message>
</context>
<context>
    <name>UpdatesDialog</name>
    <message>
        <source>Erschienen am {date}; Sie haben Version {version}.</source>
        <translation>Published on {date}; you have version {version}.</translation>
    </message>
    <message>
        <source>Es hat sich kein Browser geöffnet; die Adresse der Seite ist {page}</source>
        <translation>No browser has opened; the address of the page is {page}</translation>
    </message>
    <message>
        <source>Es ließ sich nicht nachsehen.</source>
        <translation>The check did not succeed.</translation>
    </message>
    <message>
        <source>Es wird nachgesehen …</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Nach Neuem sehen</source>
        <translation>Check for updates</translation>
    </message>
    <message>
        <source>Neuerungen</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Rezensent {version} ist da.</source>
        <translation>Rezensent {version} is available.</translation>
    </message>
    <message>
        <source>Seite zum &amp;Herunterladen öffnen</source>
        <translation>Open &amp;download page</translation>
    </message>
    <message>
        <source>Sie haben die neueste Version von Rezensent.</source>
        <translation>You have the newest version of Rezensent.</translation>
    </message>
    <message>
        <source>Version {version}; Auskunft vom {date}</source>
        <translation>Version {version}; information as of {date}</translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>UpdatesRoom</name>
    <message>
        <source>Rezensent ist inzwischen aktualisiert oder entfernt worden. Bitte schließen Sie alle Fenster und öffnen Sie es wieder; bis dahin fehlt manches.</source>
        <translation>Rezensent has been upgraded or removed meanwhile. Please close all its windows and open it again; until then some things are missing.</translation>
    </message>
</context>
<context>
    <name>VersionRestorer</name>
    <message>
        <source>Wiederhergestellt aus der Fassung vom {time}, noch nicht gesichert.</source>
        <translation>Restored from the version of {time}, not saved yet.</translation>
    </message>
</context>
<context>
    <name>VersionsController</name>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>Abschnitte</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Der Inhalt ist derselbe; nur die Schreibweise der Datei ist anders.</source>
        <translation>The content is the same; only the notation of the file differs.</translation>
    </message>
    <message>
        <source>Diese Fassung ist keine Rezension, die Rezensent lesen kann; ihr Text lässt sich kopieren.</source>
        <translation>This version is not a review that Rezensent can read; its text can be copied.</translation>
    </message>
    <message>
        <source>Diese Rezension ist gerade nicht geöffnet. „Ganz wiederherstellen“ öffnet sie in dieser Fassung; an ihrem Ort steht sie erst, wenn Sie sichern.</source>
        <translation>This review is not open now. “Restore all” opens it in this version; it is back in its place only when you save.</translation>
    </message>
    <message>
        <source>Fassungen</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Ganze Rezension</source>
        <translation>Whole review</translation>
    </message>
    <message>
        <source>Wiederhergestellt wird im Fenster, als ein Schritt, den „Rückgängig“ zurücknimmt; die Datei ändert sich erst, wenn Sie sichern.</source>
        <translation>Restoring happens in the window, as one step that “Undo” takes back; the file changes only when you save.</translation>
    </message>
    <message>
        <source>anders</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>anders: {parts}</source>
        <translation>differs: {parts}</translation>
    </message>
    <message>
        <source>d. MMM yyyy, HH:mm</source>
        <translation>d MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>gerade eben</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>gleich</source>
        <translation>same</translation>
    </message>
    <message>
        <source>sonst wie davor</source>
        <translation>otherwise as before</translation>
    </message>
    <message>
        <source>von anderswo</source>
        <translation>from elsewhere</translation>
    </message>
    <message>
        <source>vor 1 Minute</source>
        <translation>1 minute ago</translation>
    </message>
    <message>
        <source>vor 1 Stunde</source>
        <translation>1 hour ago</translation>
    </message>
    <message>
        <source>vor 1 Tag</source>
        <translation>1 day ago</translation>
    </message>
    <message>
        <source>vor 1 Woche</source>
        <translation>1 week ago</translation>
    </message>
    <message>
        <source>vor {n} Minuten</source>
        <translation>{n} minutes ago</translation>
    </message>
    <message>
        <source>vor {n} Stunden</source>
        <translation>{n} hours ago</translation>
    </message>
    <message>
        <source>vor {n} Tagen</source>
        <translation>{n} days ago</translation>
    </message>
    <message>
        <source>vor {n} Wochen</source>
        <translation>{n} weeks ago</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
    <message>
        <source>älteste Fassung</source>
        <translation>oldest version</translation>
    </message>
</context>
<context>
    <name>VersionsWindow</name>
    <message>
        <source>&amp;Fassungen</source>
        <translation>&amp;Versions</translation>
    </message>
    <message>
        <source>&amp;Ganz wiederherstellen</source>
        <translation>Restore &amp;all</translation>
    </message>
    <message>
        <source>&amp;Rezension:</source>
        <translation>&amp;Review:</translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>A&amp;bschnitte</source>
        <translation>Sec&amp;tions</translation>
    </message>
    <message>
        <source>Alle &amp;löschen …</source>
        <translation>&amp;Delete all…</translation>
    </message>
    <message>
        <source>Die Fassungen werden verglichen …</source>
        <translation>Comparing the versions…</translation>
    </message>
    <message>
        <source>Diese Datei gibt es nicht mehr.</source>
        <translation>This file no longer exists.</translation>
    </message>
    <message>
        <source>Diesen &amp;Abschnitt wiederherstellen</source>
        <translation>Restore this &amp;section</translation>
    </message>
    <message>
        <source>Frühere Fassung</source>
        <translation>Earlier version</translation>
    </message>
    <message>
        <source>Frühere Fassungen</source>
        <translation>Earlier versions</translation>
    </message>
    <message>
        <source>Frühere Fassungen werden nicht aufbewahrt; unter „Bearbeiten ▸ Einstellungen ▸ Dateien“ lässt sich das einschalten.</source>
        <translation>Earlier versions are not kept; switch them on under “Edit ▸ Settings ▸ Files”.</translation>
    </message>
    <message>
        <source>Jetzt</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Rezension</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Text &amp;kopieren</source>
        <translation>Co&amp;py text</translation>
    </message>
    <message>
        <source>Unlesbare Teile sind ausgelassen.</source>
        <translation>Unreadable parts have been left out.</translation>
    </message>
    <message>
        <source>Von dieser Rezension gibt es noch keine früheren Fassungen; beim nächsten Sichern entsteht die erste.</source>
        <translation>There are no earlier versions of this review yet; the next save creates the first.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Aus Word, LibreOffice, HTML oder Markdown</source>
        <translation>From Word, LibreOffice, HTML or Markdown</translation>
    </message>
    <message>
        <source>Beispielrezension</source>
        <translation>Sample review</translation>
    </message>
    <message>
        <source>DVD oder Blu-ray, mit Bild, Ton und Extras</source>
        <translation>DVD or Blu-ray, with picture and sound</translation>
    </message>
    <message>
        <source>Dafür muss eine Rezension offen sein.</source>
        <translation>This needs an open review.</translation>
    </message>
    <message>
        <source>Die Datei ist nicht mehr vorhanden</source>
        <translation>The file no longer exists</translation>
    </message>
    <message>
        <source>Disc</source>
        <translation>Disc</translation>
    </message>
    <message>
        <source>Ein Text, der beim letzten Beenden nicht gesichert war</source>
        <translation>A text that was not saved when the program was last closed</translation>
    </message>
    <message>
        <source>Eine Rezension von diesem Rechner</source>
        <translation>A review on this computer</translation>
    </message>
    <message>
        <source>Eine Staffel oder eine ganze Serie</source>
        <translation>One season or a whole series</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Im Kino, im Stream oder auf Disc</source>
        <translation>In the cinema, streamed or on disc</translation>
    </message>
    <message>
        <source>In Word, im Browser oder in einer Mail kopiert</source>
        <translation>Copied in Word, a browser or an e-mail</translation>
    </message>
    <message>
        <source>Kopierten Text importieren</source>
        <translation>Import copied text</translation>
    </message>
    <message>
        <source>Mit Ihrem eigenen Formular</source>
        <translation>With your own form</translation>
    </message>
    <message>
        <source>Serie</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Text importieren …</source>
        <translation>Import text…</translation>
    </message>
    <message>
        <source>Ungesicherte Texte …</source>
        <translation>Unsaved drafts…</translation>
    </message>
    <message>
        <source>Zum Ansehen und Ausprobieren</source>
        <translation>To look at and try out</translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>gestern, {t}</source>
        <translation>yesterday, {t}</translation>
    </message>
    <message>
        <source>heute, {t}</source>
        <translation>today, {t}</translation>
    </message>
    <message>
        <source>{n} Texte, die beim letzten Beenden nicht gesichert waren</source>
        <translation>{n} texts that were not saved when the program was last closed</translation>
    </message>
    <message>
        <source>Öffnen …</source>
        <translation>Open…</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>NEUE REZENSION</source>
        <translation>NEW REVIEW</translation>
    </message>
    <message>
        <source>Pfeiltasten und Eingabe wählen aus, Ziffern beginnen sofort.</source>
        <translation>Arrow keys and Enter choose, digits start at once.</translation>
    </message>
    <message>
        <source>WEITERSCHREIBEN</source>
        <translation>CONTINUE WRITING</translation>
    </message>
    <message>
        <source>Willkommen</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Womit möchten Sie anfangen?</source>
        <translation>What would you like to start with?</translation>
    </message>
</context>
<context>
    <name>_RowWidgets</name>
    <message>
        <source>1 Wort</source>
        <translation>1 word</translation>
    </message>
    <message>
        <source>Noch kein Ziel; geben Sie ein, wie viele Wörter es werden sollen.</source>
        <translation>No target yet; enter how many words there should be.</translation>
    </message>
    <message>
        <source>Ziel erreicht</source>
        <translation>target reached</translation>
    </message>
    <message>
        <source>Ziel für {section} in Wörtern</source>
        <translation>Target for {section} in words</translation>
    </message>
    <message>
        <source>noch {n}</source>
        <translation>{n} to go</translation>
    </message>
    <message>
        <source>{m} Min. {s} Sek.</source>
        <translation>{m} min. {s} sec.</translation>
    </message>
    <message>
        <source>{n} Wörter</source>
        <translation>{n} words</translation>
    </message>
    <message>
        <source>{n} Zeichen</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>{n} mehr</source>
        <translation>{n} over</translation>
    </message>
    <message>
        <source>{n} ohne Leerzeichen</source>
        <translation>{n} without spaces</translation>
    </message>
    <message>
        <source>{p} % von {t} Wörtern: {rest}.</source>
        <translation>{p} % of {t} words: {rest}.</translation>
    </message>
    <message>
        <source>{words}, {characters} Zeichen, Lesezeit {time} {said}</source>
        <translation>{words}, {characters} characters, reading time {time} {said}</translation>
    </message>
</context>
</TS>
