package dev.supporters.replay;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}
