package dev.supporters.work;

import dev.supporters.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
