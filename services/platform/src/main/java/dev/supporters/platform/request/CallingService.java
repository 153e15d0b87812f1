package dev.supporters.platform.request;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param name a service's name; empty for who has the token that all share, and does not say who it is
 */
record CallingService(Optional<String> name) {}
