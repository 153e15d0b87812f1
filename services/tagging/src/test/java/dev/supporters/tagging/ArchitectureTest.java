package dev.supporters.tagging;

import dev.supporters.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
