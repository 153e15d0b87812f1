package dev.supporters.gateway;

import dev.supporters.testkit.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
