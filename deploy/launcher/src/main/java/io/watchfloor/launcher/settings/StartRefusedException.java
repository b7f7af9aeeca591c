package io.watchfloor.launcher.settings;

/** Why nothing can be started, as one sentence for the person at the terminal. */
public final class StartRefusedException extends Exception {
    public StartRefusedException(String sentence) {
        super(sentence);
    }
}
