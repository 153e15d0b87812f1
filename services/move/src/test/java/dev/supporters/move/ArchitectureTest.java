package dev.supporters.move;

import dev.supporters.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
