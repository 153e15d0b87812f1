package dev.supporters.policy;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}
