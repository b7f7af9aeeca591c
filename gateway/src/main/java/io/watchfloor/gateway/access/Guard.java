package io.watchfloor.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.Operations.Asked;
import io.watchfloor.gateway.access.Rule.Kind;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request through to its operation when whoever asks may use it, before anything of its body is read. An operation
 * without a rule is denied to everybody, and one that this guard did not let through is answered by nobody, however a path
 * is written ({@link #only}). What the answer may show is settled here too.
 */
public final class Guard implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String ASKED_KEY = "watchfloor.asked";
    private static final String THEMSELVES_KEY = "watchfloor.only-themselves";
    private static final String LIVE = "live";
    private static final Set<String> TELL_OF_CALLERS =
            Set.of("getIncident", "listIncidentReports", "listAlertReports", "listDeadLetters");

    private final Operations operations;
    private final Authentication authentication;
    private final Reach reach;
    private final Trail trail;
    private final PaceGate gate;

    /** Guards these operations. */
    Guard(Operations operations, Authentication authentication, Reach reach, Trail trail, PaceGate gate) {
        this.operations = operations;
        this.authentication = authentication;
        this.reach = reach;
        this.trail = trail;
        this.gate = gate;
    }

    /** Whether the request is allowed only as far as it is about the person that its user is. */
    static boolean isOnlyOfThemselves(RoutingContext ctx) {
        return Boolean.TRUE.equals(ctx.get(THEMSELVES_KEY));
    }

    /** What is asked for; null when it is none of the API's operations. */
    static Asked asked(RoutingContext ctx) {
        return ctx.get(ASKED_KEY);
    }

    /**
     * What stands before the answer to an operation: a request that was let through for another one, or for none, ends
     * here. The router and this guard each find the operation by the path, and need not agree.
     */
    public static Handler<RoutingContext> only(String operation) {
        return ctx -> {
            Asked asked = asked(ctx);
            if (asked != null && asked.id().equals(operation)) {
                ctx.next();
            } else {
                ctx.fail(404);
            }
        };
    }

    @Override
    public void handle(RoutingContext ctx) {
        Optional<Asked> asked;
        try {
            asked = operations.find(ctx.request().method().name(), ctx.normalizedPath());
        } catch (IllegalArgumentException e) {
            ctx.fail(400);
            return;
        }
        if (asked.isEmpty()) {
            // a page, or nothing at all: the router says which
            ctx.next();
            return;
        }
        Optional<Rule> rule = Rights.find(asked.get().id());
        if (rule.isEmpty()) {
            LOG.error("{} has no rule and is denied to everybody", asked.get().id());
            Answers.problem(ctx, KnownProblem.DENIED_TO_ALL);
            return;
        }
        ctx.put(ASKED_KEY, asked.get());
        ctx.request().pause();
        authentication
                .of(ctx.request(), asked.get().id().equals(LIVE))
                .onFailure(failure -> unknowable(ctx, rule.get(), failure))
                .onSuccess(known -> {
                    ctx.request().resume();
                    decide(ctx, asked.get(), rule.get(), known.orElse(null));
                });
    }

    private void unknowable(RoutingContext ctx, Rule rule, Throwable failure) {
        ctx.request().resume();
        if (rule.kind() == Kind.OPEN) {
            ctx.next();
            return;
        }
        LOG.debug("a session could not be looked up: {}", failure.getMessage());
        Answers.problem(ctx, KnownProblem.SESSION_UNAVAILABLE);
    }

    private void decide(RoutingContext ctx, Asked asked, Rule rule, Authentication.Known known) {
        Principal principal = known == null ? null : known.principal();
        if (!gate.isOpenTo(ctx, principal)) {
            return;
        }
        if (principal != null) {
            principal.putTo(ctx);
            LivePermit.put(ctx, known);
        }
        if (rule.kind() == Kind.OPEN) {
            ctx.next();
        } else if (principal == null) {
            Answers.problem(
                    ctx, asked.id().equals(LIVE) ? KnownProblem.LIVE_NOT_SIGNED_IN : KnownProblem.NOT_SIGNED_IN);
        } else if (principal.settingUp() && rule.kind() != Kind.SETTING_UP) {
            Answers.problem(ctx, KnownProblem.SET_UP_FIRST);
        } else if (rule.kind() == Kind.ROLE && !mayUse(ctx, asked, rule, principal)) {
            trail.tellOnce(principal.name(), "denied", asked.id(), ctx.normalizedPath());
            Answers.problem(ctx, KnownProblem.ROLES_DO_NOT_ALLOW);
        } else if (!reach.includes(principal, asked)) {
            trail.tellOnce(principal.name(), "denied", "OTHER_AREA", ctx.normalizedPath());
            Answers.problem(ctx, KnownProblem.OTHER_AREA);
        } else if (Actors.put(ctx, principal)) {
            noteReading(asked, principal);
            Answers.show(ctx, viewOf(rule, principal));
            ctx.next();
        }
    }

    private boolean mayUse(RoutingContext ctx, Asked asked, Rule rule, Principal principal) {
        if (rule.isFor(principal.roles(), reach.mayStandIn(principal))) {
            return true;
        }
        if (principal.isOneOf(rule.ofThemselves()) && reach.isOfThemselves(principal, asked, ctx)) {
            ctx.put(THEMSELVES_KEY, true);
            return true;
        }
        return false;
    }

    private void noteReading(Asked asked, Principal principal) {
        if (principal.seesPersonalData() && TELL_OF_CALLERS.contains(asked.id())) {
            String what = asked.parameters().values().stream().findFirst().orElse(asked.id());
            trail.tellOnce(principal.name(), "read-personal-data", null, what);
        }
    }

    /** Null when everything may be shown. What only who keeps the users is told has keys in it and nothing of callers. */
    private UnaryOperator<JsonNode> viewOf(Rule rule, Principal principal) {
        boolean accessOnly = rule.kind() != Kind.ROLE || rule.roles().equals(Set.of(Role.SECURITY_ADMIN));
        return accessOnly ? null : reach.viewOf(principal);
    }
}
