package dev.supporters.mlgateway;

import dev.supporters.testkit.LanguageRules;

class LanguageTest extends LanguageRules {}
