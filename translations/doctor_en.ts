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
    <name>EvidenceWords</name>
    <message numerus="yes">
        <source>%n more such place(s) were found.</source>
        <translation>
            <numerusform>%n more such place was found.</numerusform>
            <numerusform>%n more such places were found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is about %n minute(s) ahead of the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is about %n minute ahead of the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is about %n minutes ahead of the server&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is about %n minute(s) behind the server&apos;s.</source>
        <translation>
            <numerusform>This computer&apos;s clock is about %n minute behind the server&apos;s.</numerusform>
            <numerusform>This computer&apos;s clock is about %n minutes behind the server&apos;s.</numerusform>
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
