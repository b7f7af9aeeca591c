package io.watchfloor.pipeline.io;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MalformedMessageException;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ReportProblem;

/** Reads an entry's message strictly: no bytes that are not UTF-8, no kind that was not expected. */
final class MessageReading {
    private MessageReading() {}

    static <T> T read(StreamEntry entry, Class<T> type) throws PoisonEntryException {
        byte[] message = entry.message();
        if (message == null) {
            throw poison("missing", Channels.MESSAGE_FIELD, "the entry has no field " + Channels.MESSAGE_FIELD);
        }
        if (!Utf8.isWellFormed(message)) {
            throw poison("not-utf-8", Channels.MESSAGE_FIELD, "the message is not UTF-8");
        }
        try {
            return MessageCodec.decode(message, type);
        } catch (MalformedMessageException e) {
            throw poison("malformed", Channels.MESSAGE_FIELD, e.getMessage());
        }
    }

    private static PoisonEntryException poison(String reason, String field, String detail) {
        return new PoisonEntryException(new ReportProblem(reason, field, detail), null);
    }
}
