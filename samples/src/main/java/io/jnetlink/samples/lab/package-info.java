/** Open vSwitch driven from Java alone: a learning switch with tunnels, and small networks of namespaces to show it in. */
@NullMarked
package io.jnetlink.samples.lab;

import org.jspecify.annotations.NullMarked;
