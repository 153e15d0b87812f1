package dev.supporters.dispatch;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}
