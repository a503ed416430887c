<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandWords</name>
    <message numerus="yes">
        <source>Key %1, %n character(s), fingerprint %2</source>
        <extracomment>%1 is a masked key, %2 is its fingerprint</extracomment>
        <translation>
            <numerusform>Key %1, %n character, fingerprint %2</numerusform>
            <numerusform>Key %1, %n characters, fingerprint %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) were found and are not listed.</source>
        <translation>
            <numerusform>%n more place was found and is not listed.</numerusform>
            <numerusform>%n more places were found and are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message numerus="yes">
        <source>They differ in %n character(s), first in character %1: %2 and %3. The two are easily taken for one another.</source>
        <extracomment>%1 is the number of a character, %2 and %3 are characters, such as &quot;the letter O&quot;</extracomment>
        <translation>
            <numerusform>They differ in %n character, character %1: %2 and %3. The two are easily taken for one another.</numerusform>
            <numerusform>They differ in %n characters, first in character %1: %2 and %3. The two are easily taken for one another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n character(s), first in character %1.</source>
        <extracomment>%1 is the number of a character</extracomment>
        <translation>
            <numerusform>They differ in %n character, character %1.</numerusform>
            <numerusform>They differ in %n characters, first in character %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of them has %n character(s) more, at character %1.</source>
        <extracomment>%1 is the number of a character</extracomment>
        <translation>
            <numerusform>One of them has %n character more, at character %1.</numerusform>
            <numerusform>One of them has %n characters more, from character %1 on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of them lacks the first %n character(s).</source>
        <translation>
            <numerusform>One of them lacks the first character.</numerusform>
            <numerusform>One of them lacks the first %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of them lacks the last %n character(s).</source>
        <translation>
            <numerusform>One of them lacks the last character.</numerusform>
            <numerusform>One of them lacks the last %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorTextWords</name>
    <message numerus="yes">
        <source>The text shows %n key(s). They are masked here, but the text itself still has them: replace each key that others can read there.</source>
        <translation>
            <numerusform>The text shows one key. It is masked here, but the text itself still has it: replace the key if others can read it there.</numerusform>
            <numerusform>The text shows %n keys. They are masked here, but the text itself still has them: replace each key that others can read there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>%n more such place(s) were found.</source>
        <translation>
            <numerusform>%n more such place was found.</numerusform>
            <numerusform>%n more such places were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message numerus="yes">
        <source>%n things were found that do not belong to the key.</source>
        <translation>
            <numerusform>%n thing was found that does not belong to the key.</numerusform>
            <numerusform>%n things were found that do not belong to the key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters do not belong to the key.</source>
        <translation>
            <numerusform>%n character does not belong to the key.</numerusform>
            <numerusform>%n characters do not belong to the key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideWords</name>
    <message numerus="yes">
        <source>What it can still be: %n cause(s).</source>
        <translation>
            <numerusform>What it can still be: one cause.</numerusform>
            <numerusform>What it can still be: %n causes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeychainWords</name>
    <message numerus="yes">
        <source>It was saved without the %n thing(s) that do not belong to it.</source>
        <extracomment>Follows sentences that each name one thing found in the key</extracomment>
        <translation>
            <numerusform>It was saved without the %n thing that does not belong to it.</numerusform>
            <numerusform>It was saved without the %n things that do not belong to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceTableWords</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>Behind the name of one client</extracomment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>one character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further finding(s) are not listed.</source>
        <translation>
            <numerusform>One further finding is not listed.</numerusform>
            <numerusform>%n further findings are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message numerus="yes">
        <source>and %n more; --json lists all of them.</source>
        <translation>
            <numerusform>and %n more; --json lists all of them.</numerusform>
            <numerusform>and %n more; --json lists all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) so far</source>
        <translation>
            <numerusform>%n file so far</numerusform>
            <numerusform>%n files so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message numerus="yes">
        <source>Looking for keys… %Ln file(s) so far.</source>
        <translation>
            <numerusform>Looking for keys… %Ln file so far.</numerusform>
            <numerusform>Looking for keys… %Ln files so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keys were found in %Ln place(s).</source>
        <translation>
            <numerusform>A key was found in %Ln place.</numerusform>
            <numerusform>Keys were found in %Ln places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) or folder(s) were not read</source>
        <translation>
            <numerusform>%Ln file or folder was not read</numerusform>
            <numerusform>%Ln files and folders were not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) of other programs were found. They stand in the list now; none was read.</source>
        <translation>
            <numerusform>%Ln key of another program was found. It stands in the list now; it was not read.</numerusform>
            <numerusform>%Ln keys of other programs were found. They stand in the list now; none was read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <extracomment>A length of time in the midst of a sentence</extracomment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <extracomment>A length of time in the midst of a sentence</extracomment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <extracomment>A length of time in the midst of a sentence</extracomment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <extracomment>A length of time in the midst of a sentence</extracomment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <extracomment>A length of time in the midst of a sentence</extracomment>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CharacterStrip</name>
    <message numerus="yes">
        <source>%n character(s).</source>
        <comment>the length of a key</comment>
        <translation>
            <numerusform>%n character.</numerusform>
            <numerusform>%n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::KeyBox</name>
    <message numerus="yes">
        <source>%n character(s).</source>
        <comment>the length of a key</comment>
        <translation>
            <numerusform>%n character.</numerusform>
            <numerusform>%n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) do not belong to the key.</source>
        <translation>
            <numerusform>%n character does not belong to the key.</numerusform>
            <numerusform>%n characters do not belong to the key.</numerusform>
        </translation>
    </message>
</context>
</TS>
