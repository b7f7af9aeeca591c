package io.watchfloor.gateway.web;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Problem;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.Words;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.decision.DeskResult.Refusal;
import java.util.List;
import java.util.Locale;

/** Tells why the duty desk said no. */
final class DeskAnswers {
    private DeskAnswers() {}

    static void refused(RoutingContext ctx, DeskResult result) {
        refused(ctx, result, List.of());
    }

    /** Where the person is not eligible, each reason by its code. */
    static void refused(RoutingContext ctx, DeskResult result, List<Reason> against) {
        Refusal refusal = result.refusal();
        String sentence = sentence(ctx, result);
        Answers.problem(
                ctx,
                new Problem(
                        typeOf(refusal),
                        titleOf(refusal),
                        statusOf(refusal),
                        sentence,
                        against.isEmpty() ? faultOf(refusal, sentence) : objections(ctx, against),
                        result.heldBy()));
    }

    private static List<ReportProblem> objections(RoutingContext ctx, List<Reason> against) {
        return against.stream()
                .map(reason -> new ReportProblem(
                        named(reason.code()), "personId", new Words(reason.en(), reason.zh()).in(ctx)))
                .toList();
    }

    private static String named(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String typeOf(Refusal refusal) {
        return "urn:watchfloor:problem:" + named(refusal);
    }

    private static int statusOf(Refusal refusal) {
        return switch (refusal) {
            case INCIDENT_UNKNOWN,
                    PERSON_UNKNOWN,
                    ASSIGNMENT_UNKNOWN,
                    ALERT_UNKNOWN,
                    PLACE_UNKNOWN,
                    REPORT_UNKNOWN,
                    ORGANIZATION_UNKNOWN,
                    NOTE_UNKNOWN,
                    HANDOVER_UNKNOWN,
                    DEVICE_UNKNOWN,
                    EQUIPMENT_UNKNOWN,
                    NOTICE_UNKNOWN -> 404;
            case TYPE_UNKNOWN,
                    POSITION_INVALID,
                    REPORTS_INVALID,
                    MINUTES_OUT_OF_RANGE,
                    REASON_MISSING,
                    TARGET_OUT_OF_RANGE,
                    DEVICE_INVALID -> 400;
            case HANDOVER_SIGNED, OWN_HANDOVER -> 409;
            case INCIDENT_NOT_OPEN,
                    PERSON_TAKEN,
                    EQUIPMENT_TAKEN,
                    PERSON_UNAVAILABLE,
                    NOT_ELIGIBLE,
                    STEP_NOT_ALLOWED,
                    STILL_ASSIGNED,
                    REPORT_ELSEWHERE,
                    NOTHING_LEFT,
                    ALREADY_MERGED,
                    WOULD_CIRCLE,
                    UNDO_TOO_LATE,
                    HANDED_OVER,
                    NOT_HANDED_OVER,
                    DEVICE_TAKEN,
                    TOO_MANY_PHOTOS,
                    NOBODY_TO_TELL,
                    TOO_MANY_PEOPLE,
                    TOO_MANY_NOTICES -> 409;
            case KEY_REUSED -> 422;
        };
    }

    /** The field at fault; null when it is not about one. */
    private static List<ReportProblem> faultOf(Refusal refusal, String sentence) {
        return switch (refusal) {
            case TYPE_UNKNOWN -> fault("unknown-value", "type", sentence);
            case PLACE_UNKNOWN -> fault("unknown-value", "placeId", sentence);
            case PERSON_UNKNOWN -> fault("unknown-value", "personId", sentence);
            case EQUIPMENT_UNKNOWN -> fault("unknown-value", "equipmentId", sentence);
            case POSITION_INVALID -> fault("out-of-range", "lat", sentence);
            case REPORTS_INVALID -> fault("out-of-range", "reportIds", sentence);
            case REPORT_UNKNOWN -> fault("unknown-value", "reportIds", sentence);
            case MINUTES_OUT_OF_RANGE -> fault("out-of-range", "minutes", sentence);
            case ORGANIZATION_UNKNOWN -> fault("unknown-value", "organizationId", sentence);
            case TARGET_OUT_OF_RANGE -> fault("out-of-range", "minutes", sentence);
            case DEVICE_INVALID -> fault("malformed", "deviceId", sentence);
            case REASON_MISSING -> fault("missing", "reason", sentence);
            default -> null;
        };
    }

    private static List<ReportProblem> fault(String reason, String field, String sentence) {
        return List.of(new ReportProblem(reason, field, sentence));
    }

    /** In the language that is asked for. */
    static String sentence(RoutingContext ctx, DeskResult result) {
        return new Words(result.detailEn(), result.detailZh()).in(ctx);
    }

    /** The refusal's name as words: {@code PERSON_TAKEN} is "Person taken". */
    private static String titleOf(Refusal refusal) {
        String words = refusal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
