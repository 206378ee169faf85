package io.jnetlink.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes on what a process prints, line by line, and remembers the last of it. */
final class OutputPump implements Runnable {

    private static final int REMEMBERED = 40;

    private final InputStream source;
    private final PrintStream target;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread thread;

    private OutputPump(InputStream source, PrintStream target) {
        this.source = source;
        this.target = target;
        this.thread = new Thread(this, "jnetlink-lab-output");
    }

    static OutputPump start(InputStream source, PrintStream target) {
        OutputPump pump = new OutputPump(source, target);
        pump.thread.setDaemon(true);
        pump.thread.start();
        return pump;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                target.println(line);
                remember(line);
            }
        } catch (IOException e) {
            remember("(output lost: " + e.getMessage() + ")");
        }
    }

    /** Waits for the end of the output and returns its last lines. */
    String await() throws InterruptedException {
        thread.join();
        synchronized (last) {
            return String.join("\n", last);
        }
    }

    private void remember(String line) {
        synchronized (last) {
            last.addLast(line);
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
        }
    }
}
