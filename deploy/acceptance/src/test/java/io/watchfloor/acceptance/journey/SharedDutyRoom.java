package io.watchfloor.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives every journey the same {@link DutyRoom}, started for the first and stopped after the last of all classes that run
 * together.
 */
final class SharedDutyRoom implements ParameterResolver, AfterEachCallback, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(SharedDutyRoom.class);

    private static DutyRoom room(ExtensionContext context) {
        Store rooms = context.getRoot().getStore(NAMESPACE);
        return rooms.getOrComputeIfAbsent(DutyRoom.class, key -> start(), DutyRoom.class);
    }

    private static DutyRoom start() {
        try {
            return DutyRoom.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DutyRoom.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return room(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        room(context).browsers().closePages();
    }

    /** What every part said last, and a picture of every page. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        DutyRoom room = room(context);
        System.out.println(room.system().describe());
        room.browsers().photograph(context.getRequiredTestMethod().getName());
        throw failure;
    }
}
