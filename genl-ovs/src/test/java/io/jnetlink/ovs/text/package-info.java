@NullMarked
package io.jnetlink.ovs.text;

import org.jspecify.annotations.NullMarked;
