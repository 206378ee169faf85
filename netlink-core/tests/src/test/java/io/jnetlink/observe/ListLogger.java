package io.jnetlink.observe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that remembers what it was told, and how often it was asked whether it listens. */
final class ListLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> lines = new ArrayList<>();
    private Level level = Level.DEBUG;
    private int questions;

    void setLevel(Level value) {
        level = value;
    }

    List<String> lines() {
        return lines;
    }

    int questions() {
        return questions;
    }

    private boolean listens(Level to) {
        questions++;
        return to.toInt() >= level.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return listens(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return listens(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return listens(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return listens(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return listens(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level at, Marker marker, String pattern, Object[] arguments, Throwable throwable) {
        lines.add(at + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
    }
}
