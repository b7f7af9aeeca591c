package io.watchfloor.testbed;

import java.io.IOException;

/** What one can do to a process beside killing it. */
public enum Signal {
    STOP("-STOP"),
    CONTINUE("-CONT");

    private final String option;

    Signal(String option) {
        this.option = option;
    }

    /** Sends it. */
    public void sendTo(ProcessHandle process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", option, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill " + option + " ended with " + code);
        }
    }
}
