/** Events for the JDK Flight Recorder. Not API: the events' names and fields are, this code is not. */
@NullMarked
package io.jnetlink.client.internal.jfr;

import org.jspecify.annotations.NullMarked;
