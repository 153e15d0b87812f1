/** Decision classes: inputs in, decision out. No clock, no store, no logging, no framework. */
package dev.supporters.dispatch;
