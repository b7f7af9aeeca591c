package io.watchfloor.gateway.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.ext.web.RoutingContext;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.DeadLetter;
import io.watchfloor.contract.MalformedMessageException;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.Faults;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.answer.Words;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisReplies;
import io.watchfloor.gateway.redis.StreamEntry;
import java.util.List;
import java.util.Optional;

/** {@code /deadletters}: what was refused lately, and why. */
final class DeadLettersHandler {
    private final RedisLink link;

    record Entry(String entryId, @JsonUnwrapped DeadLetter letter) {}

    record Entries(List<Entry> deadLetters) {}

    DeadLettersHandler(RedisLink link) {
        this.link = link;
    }

    /** Newest first. */
    void list(RoutingContext ctx) {
        String language = Words.languageOf(ctx);
        link.send(Request.cmd(Command.XREVRANGE)
                        .arg(Channels.DEAD_LETTER)
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(Requests.number(ctx, "limit", 50)))
                .onSuccess(reply -> Answers.json(
                        ctx,
                        200,
                        new Entries(RedisReplies.entries(reply).stream()
                                .flatMap(entry -> read(entry, language).stream())
                                .toList())))
                .onFailure(failure -> Answers.problem(ctx, KnownProblem.REDIS_UNAVAILABLE));
    }

    private static Optional<Entry> read(StreamEntry entry, String language) {
        try {
            DeadLetter letter = MessageCodec.decode(entry.message().toString(), DeadLetter.class);
            return Optional.of(new Entry(entry.id().toString(), told(letter, language)));
        } catch (MalformedMessageException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter told(DeadLetter letter, String language) {
        ReportProblem fault = new ReportProblem(letter.reason(), letter.field(), letter.detail());
        return new DeadLetter(
                letter.world(),
                letter.stage(),
                letter.source(),
                letter.reason(),
                letter.field(),
                Faults.in(language, fault).detail(),
                letter.rawBase64(),
                letter.at());
    }
}
