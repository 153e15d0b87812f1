package dev.supporters.faults;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}
