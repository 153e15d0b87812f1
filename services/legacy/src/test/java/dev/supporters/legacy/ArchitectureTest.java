package dev.supporters.legacy;

import dev.supporters.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
