package io.watchfloor.gateway.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.Role;
import io.watchfloor.graph.access.UserRegister.Once;
import io.watchfloor.graph.access.UserRegister.User;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that decides who gets in, made and connected. Belongs to one event loop. */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Duration FIRST_SECRET_GOOD = Duration.ofDays(1);

    private final String world;
    private final AccessSettings settings;
    private final GraphCalls graph;
    private final Clock clock;
    private final GatewayMetrics metrics;
    private final Callers callers;
    private final Directory directory;
    private final Sessions sessions;
    private final Tickets tickets;
    private final SignInPace pace;
    private final Passwords passwords;
    private final Seal seal;
    private final Trail trail;
    private final Areas areas;
    private final Reach reach;
    private final LiveSessions live;
    private final RedisLink redis;
    private final PaceGate gate;
    private boolean firstOpened;
    private boolean firstKnown;

    /** Makes all of it; {@code ownKeys} are known without the graph. */
    public Access(
            Vertx vertx,
            String world,
            AccessSettings settings,
            GraphCalls graph,
            RedisLink redis,
            Picture picture,
            List<ApiKey> ownKeys,
            Clock clock,
            GatewayMetrics metrics) {
        this.world = world;
        this.settings = settings;
        this.graph = graph;
        this.redis = redis;
        this.clock = clock;
        this.metrics = metrics;
        callers = new Callers(settings.tls());
        directory = new Directory(graph, redis, ownKeys);
        sessions = new Sessions(redis, clock, settings.idle(), settings.longest());
        tickets = new Tickets(redis);
        pace = new SignInPace(redis, clock);
        passwords = new Passwords(vertx);
        seal = new Seal(settings.sealKey());
        trail = new Trail(world, graph, clock, metrics);
        areas = new Areas(picture);
        reach = new Reach(areas, settings.demo());
        live = new LiveSessions(directory, sessions);
        gate = new PaceGate(new RequestPace(settings.requestsPerSecond(), System::nanoTime), callers, metrics);
    }

    /** Learns what Redis kept. */
    public Future<Void> start() {
        return directory.start();
    }

    /** To be called every second. */
    public void look() {
        directory.look();
        live.look();
        trail.write();
        openFirst();
    }

    /** What guards these operations. */
    public Guard guard(Operations operations) {
        return new Guard(operations, new Authentication(callers, directory, sessions, tickets), reach, trail, gate);
    }

    /** What looks at bodies. */
    public BodyGuard bodyGuard() {
        return new BodyGuard(reach, trail);
    }

    /** What checks signatures. */
    public SignedRequests signedRequests() {
        return new SignedRequests(redis, seal, clock, trail);
    }

    /**
     * While nobody has a password, the first user may come in with the secret that whoever started this was told. In a demo
     * that user is the duty officer as well, so that there is something to look at.
     */
    private void openFirst() {
        if (firstOpened) {
            return;
        }
        firstOpened = true;
        String secret = settings.firstSecret() == null ? Secrets.token() : settings.firstSecret();
        Once once = new Once(Secrets.hash(secret), clock.instant().plus(FIRST_SECRET_GOOD));
        Set<Role> roles =
                settings.demo() ? EnumSet.of(Role.SECURITY_ADMIN, Role.DUTY_OFFICER) : EnumSet.of(Role.SECURITY_ADMIN);
        graph.query(asked -> asked.userRegister().isFirstOpen()
                        && asked.userRegister().openFirst(world, once, roles))
                .onFailure(later -> firstOpened = false)
                .onSuccess(open -> {
                    if (open && settings.firstSecret() == null) {
                        LOG.info("nobody has a password yet; the first user signs in once with the secret printed");
                        System.out.println("FIRST gateway secret=" + secret);
                        System.out.flush();
                    }
                    directory.refresh().onComplete(known -> firstKnown = true);
                });
    }

    /** Whether nobody has a password yet; null while that is not known. */
    public Boolean findFirstOpen() {
        return firstKnown ? directory.listUsers().stream().noneMatch(User::ready) : null;
    }

    public String world() {
        return world;
    }

    public AccessSettings settings() {
        return settings;
    }

    public GraphCalls graph() {
        return graph;
    }

    public Clock clock() {
        return clock;
    }

    public GatewayMetrics metrics() {
        return metrics;
    }

    public Callers callers() {
        return callers;
    }

    public Directory directory() {
        return directory;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Tickets tickets() {
        return tickets;
    }

    public SignInPace pace() {
        return pace;
    }

    public Passwords passwords() {
        return passwords;
    }

    public Seal seal() {
        return seal;
    }

    public Trail trail() {
        return trail;
    }

    public Areas areas() {
        return areas;
    }

    public Reach reach() {
        return reach;
    }

    public LiveSessions live() {
        return live;
    }
}
