package io.watchfloor.launcher.screen;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands what libraries say through the platform's own logging to the launcher's log, away from the terminal. */
public final class PlatformLog extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord said) {
        if (said.getLevel().intValue() >= Level.INFO.intValue()) {
            LoggerFactory.getLogger(String.valueOf(said.getLoggerName()))
                    .info(formatter.formatMessage(said), said.getThrown());
        }
    }

    @Override
    public void flush() {
        // the log it hands to flushes by itself
    }

    @Override
    public void close() {
        // nothing is held open here
    }
}
