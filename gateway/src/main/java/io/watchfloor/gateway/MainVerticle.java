package io.watchfloor.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.watchfloor.gateway.access.Access;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.access.Excerpts;
import io.watchfloor.gateway.access.KeyFile;
import io.watchfloor.gateway.access.Provider;
import io.watchfloor.gateway.access.SecurityHeaders;
import io.watchfloor.gateway.alarm.AlarmWatch;
import io.watchfloor.gateway.audit.AuditAnchors;
import io.watchfloor.gateway.desk.DutyClock;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.desk.OutboxRelay;
import io.watchfloor.gateway.feed.FileFeed;
import io.watchfloor.gateway.health.HealthWatch;
import io.watchfloor.gateway.ledger.FeedAgain;
import io.watchfloor.gateway.ledger.Ledger;
import io.watchfloor.gateway.ledger.Reconciler;
import io.watchfloor.gateway.ledger.RedisFigures;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.gateway.photo.PhotoStore;
import io.watchfloor.gateway.picture.GraphLoader;
import io.watchfloor.gateway.picture.MapViews;
import io.watchfloor.gateway.picture.People;
import io.watchfloor.gateway.picture.Picture;
import io.watchfloor.gateway.picture.PictureFeed;
import io.watchfloor.gateway.picture.ReloadAfterLoss;
import io.watchfloor.gateway.picture.StandingKept;
import io.watchfloor.gateway.plan.AutomaticSender;
import io.watchfloor.gateway.plan.PlanSender;
import io.watchfloor.gateway.plan.PlanService;
import io.watchfloor.gateway.plan.StandbyTold;
import io.watchfloor.gateway.push.LiveFrames;
import io.watchfloor.gateway.push.LiveHub;
import io.watchfloor.gateway.redis.RedisLink;
import io.watchfloor.gateway.redis.RedisSetup;
import io.watchfloor.gateway.redis.StreamId;
import io.watchfloor.gateway.web.PictureHandler;
import io.watchfloor.gateway.web.Routes;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.district.District;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes everything, connects it, and takes it down. One verticle on one event loop owns all state, so that nothing needs
 * a lock; what blocks runs on worker threads.
 */
public final class MainVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(MainVerticle.class);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANCHOR_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_NOTE = Duration.ofMillis(500);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    private static final Duration SHIFTS_EVERY = Duration.ofSeconds(30);
    private static final Duration SETTINGS_EVERY = Duration.ofSeconds(5);
    private static final Duration CHECK_AGAIN = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(20);

    private final Settings settings;
    private final GatewayMetrics metrics;
    private final Clock clock;
    private final Promise<Void> caughtUp = Promise.promise();
    private HttpServer server;
    private Graph graph;
    private IntakeParts taking;
    private RedisLink askLink;
    private Picture picture;
    private LiveHub hub;
    private Excerpts excerpts;
    private StandingKept standing;
    private PictureFeed pictureFeed;
    private GraphLoader loader;
    private ReloadAfterLoss reload;
    private PictureHandler pictureHandler;
    private OutboxRelay relay;
    private GraphCalls graphCalls;
    private Access access;
    private AuditAnchors anchors;
    private DutyClock dutyClock;
    private HealthWatch watch;
    private Ledger reportLedger;
    private AlarmWatch alarms;
    private Reconciler reconciler;
    private SystemWatch systemWatch;
    private PlanService plans;
    private StandbyTold told;
    private PlanSender planSender;
    private AutomaticSender automatic;
    private FileFeed fileFeed;

    /** A gateway that is not running yet. */
    public MainVerticle(Settings settings, GatewayMetrics metrics, Clock clock) {
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        taking = IntakeParts.make(vertx, settings, metrics, clock);
        askLink = new RedisLink(vertx, settings.redis(), ANSWER_TIMEOUT);
        makePicture();
        makeDesk();
        makeWatch();
        return vertx.executeBlocking(() -> settings.access().keyFile() == null
                        ? List.<ApiKey>of()
                        : KeyFile.read(settings.access().keyFile()))
                .compose(ownKeys -> checkRedis().compose(fit -> makeAccess(ownKeys)))
                .compose(made -> vertx.executeBlocking(() -> Entrance.headers(settings)))
                .compose(headers -> new Routes(vertx, services(headers)).build())
                .compose(router -> Entrance.open(vertx, settings, router, metrics))
                .onSuccess(listening -> {
                    server = listening;
                    keepTime();
                    loadPicture();
                })
                .compose(listening -> startFeed());
    }

    @Override
    public Future<?> stop() {
        fileFeed().ifPresent(FileFeed::close);
        loader.close();
        relay.close();
        pictureFeed.close();
        standing.close();
        hub.close();
        Future<Void> closed = server == null ? Future.succeededFuture() : server.close();
        return closed.eventually(this::noteLastAudit)
                .eventually(taking::closeJournal)
                .eventually(() -> {
                    taking.closeLinks();
                    askLink.close();
                    return vertx.executeBlocking(() -> {
                        graph.close();
                        return null;
                    });
                });
    }

    /** The port it listens on; only of use once started. */
    public int port() {
        return server.actualPort();
    }

    /** Done when it shows all that the graph and the stream hold, or as much as could be had by then. */
    public Future<Void> caughtUp() {
        return caughtUp.future();
    }

    /** The file it replays, if any. */
    public Optional<FileFeed> fileFeed() {
        return Optional.ofNullable(fileFeed);
    }

    private void makeWatch() {
        RedisFigures figures = new RedisFigures(askLink, settings.world(), clock);
        reportLedger = new Ledger(
                settings.world(),
                taking.service(),
                taking.log(),
                taking.journal() != null,
                figures,
                watch,
                graphCalls,
                picture,
                pictureFeed::position,
                clock,
                metrics);
        alarms = new AlarmWatch(clock, metrics);
        FeedAgain again = new FeedAgain(
                taking.appendLink(),
                settings.world(),
                settings.intake().partitions(),
                settings.intake().idempotencyWindow());
        reconciler =
                new Reconciler(vertx, taking.journal(), again, graphCalls, watch, settings.world(), clock, metrics);
        systemWatch = new SystemWatch(
                vertx,
                settings,
                new SystemWatch.Watched(
                        watch,
                        figures,
                        reportLedger,
                        alarms,
                        reconciler,
                        taking.journal(),
                        anchors,
                        pictureFeed,
                        metrics),
                clock);
    }

    private void makePicture() {
        picture = new Picture(settings.live().closedIncidentsKept(), new People(clock));
        hub = new LiveHub(
                picture,
                new LiveFrames(settings.world(), clock),
                clock,
                metrics,
                settings.live().maxSockets(),
                (view, parts) -> excerpts.of(view, parts));
        pictureHandler = new PictureHandler(
                hub, settings.http().tileUrl(), settings.http().tileDatum().name());
        standing = new StandingKept(vertx, new RedisLink(vertx, settings.redis(), ANSWER_TIMEOUT), settings.world());
        reload = new ReloadAfterLoss(since -> loader.reload(since), metrics);
        pictureFeed = new PictureFeed(
                vertx,
                new RedisLink(vertx, settings.redis(), ANSWER_TIMEOUT.plus(PictureFeed.BLOCK)),
                clock,
                settings.world(),
                picture,
                standing,
                metrics,
                reload::lost);
    }

    private void makeDesk() {
        graph = Graph.open(settings.graph());
        var workers = vertx.createSharedWorkerExecutor("graph-background", 2);
        relay = new OutboxRelay(
                workers, graph::outbox, taking.appender(), settings.intake().partitions(), metrics);
        watch = new HealthWatch(askLink, workers, graph::isUp, taking.ledger()::listFeeds, settings.world(), metrics);
        graphCalls = new GraphCalls(vertx, graph, () -> watch.isUp("graph"), relay, metrics);
        anchors = new AuditAnchors(settings.world(), askLink, graphCalls);
        dutyClock = new DutyClock(settings.world(), picture, graphCalls, clock);
        loader = new GraphLoader(
                vertx,
                vertx.createSharedWorkerExecutor("graph-load", 1, 10, TimeUnit.MINUTES),
                graph,
                settings.world(),
                clock,
                picture,
                this::districtKnown);
        told = new StandbyTold(settings.world(), graphCalls);
        plans = new PlanService(vertx, picture, clock, metrics, told, plan -> automatic.planned(plan));
        planSender = new PlanSender(settings.world(), picture, graphCalls, settings.clocks(), plans::current);
        automatic = new AutomaticSender(settings.world(), picture, graphCalls, planSender, clock);
    }

    /** Refuses a Redis that throws reports away; whether one does that is not there yet is found out once it is. */
    private Future<Void> checkRedis() {
        return RedisSetup.read(askLink)
                .<Optional<String>>map(setup -> {
                    setup.findDoubt().ifPresent(LOG::warn);
                    return setup.findFault();
                })
                .recover(away -> {
                    vertx.timer(CHECK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                            .compose(later -> checkRedis())
                            .onFailure(fault -> LOG.error("{}", fault.getMessage()));
                    return Future.succeededFuture(Optional.empty());
                })
                .compose(fault -> fault.isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new SettingsException("WATCHFLOOR_REDIS_URL is wrong: " + fault.get())));
    }

    private Future<Void> makeAccess(List<ApiKey> ownKeys) {
        access = new Access(
                vertx, settings.world(), settings.access(), graphCalls, askLink, picture, ownKeys, clock, metrics);
        excerpts = new Excerpts(access.areas());
        return access.start();
    }

    private void districtKnown(District district) {
        access.areas().districtKnown(district);
        pictureHandler.districtKnown(district);
        hub.areasKnown(MapViews.ofAreas(district));
        plans.districtKnown(district);
        automatic.districtKnown(district);
    }

    private Routes.Services services(SecurityHeaders headers) {
        return new Routes.Services(
                settings.world(),
                new AccessHandler(settings.http().allowedHosts(), headers, access.callers()),
                access,
                settings.access().provider() == null
                        ? null
                        : new Provider(vertx, settings.access().provider(), askLink, clock),
                anchors,
                taking.intake(),
                picture,
                hub,
                graphCalls,
                loader::lookAgain,
                dutyClock,
                settings.clocks(),
                watch,
                () -> caughtUp.future().isComplete() && loader.isComplete(),
                pictureHandler,
                askLink,
                taking.appender(),
                metrics,
                clock,
                new Routes.Plans(plans::current, planSender, automatic, told, plans::toldChanged),
                Optional.ofNullable(settings.photoFolder()).map(folder -> new PhotoStore(vertx, folder)),
                new Routes.Counted(reportLedger, alarms, taking.journal(), reconciler));
    }

    /**
     * The graph first, then what was kept, then the stream from its beginning; with the graph down, what the others hold
     * is shown.
     */
    private void loadPicture() {
        loader.start()
                .compose(tried -> standing.load(picture))
                .compose(loaded -> pictureFeed.start())
                .onSuccess(read -> {
                    LOG.info("the picture is caught up: {} things at {}", picture.size(), picture.seq());
                    hub.ready();
                    caughtUp.complete();
                });
    }

    private void keepTime() {
        vertx.setPeriodic(LiveHub.TICK.toMillis(), timer -> hub.tick());
        vertx.setPeriodic(LiveHub.URGENT_GAP.toMillis(), timer -> hub.tickIfUrgent());
        vertx.setPeriodic(LiveHub.TICK.toMillis(), timer -> {
            standing.flush();
            graphCalls.giveUpIfDown();
        });
        vertx.setPeriodic(LiveHub.HEARTBEAT.toMillis(), timer -> hub.heartbeat());
        vertx.setPeriodic(
                SHIFTS_EVERY.toMillis(),
                timer -> picture.people().refreshShifts().forEach(picture::personChanged));
        vertx.setPeriodic(GraphLoader.lookEvery().toMillis(), timer -> {
            if (watch.isUp("graph")) {
                loader.lookAgain();
            }
        });
        vertx.setPeriodic(PlanService.TICK.toMillis(), timer -> plans.tick());
        vertx.setPeriodic(0, SETTINGS_EVERY.toMillis(), timer -> {
            automatic.refresh();
            told.refresh();
        });
        vertx.setPeriodic(0, FORGET_EVERY.toMillis(), timer -> forgetAsked());
        vertx.setPeriodic(0, WATCH_EVERY.toMillis(), timer -> look());
        vertx.setPeriodic(ANCHOR_EVERY.toMillis(), timer -> noteAudit());
        long[] expected = {System.nanoTime()};
        vertx.setPeriodic(LiveHub.TICK.toMillis(), timer -> {
            expected[0] += LiveHub.TICK.toNanos();
            metrics.eventLoopDelay(System.nanoTime() - expected[0]);
            expected[0] = Math.max(expected[0], System.nanoTime() - LiveHub.TICK.toNanos());
        });
    }

    private void noteAudit() {
        if (watch.isUp("graph")) {
            anchors.note()
                    .onFailure(failure -> LOG.warn("where the audit log ends was not noted: {}", failure.getMessage()));
        }
    }

    /** So that nothing that was decided up to the stop can be cut off unseen. */
    private Future<Void> noteLastAudit() {
        return server != null && watch.isUp("graph")
                ? anchors.note().timeout(LAST_NOTE.toMillis(), TimeUnit.MILLISECONDS)
                : Future.succeededFuture();
    }

    /** What was asked for long ago is not asked for again. */
    private void forgetAsked() {
        if (watch.isUp("graph")) {
            graphCalls
                    .query(known -> known.forgetAsked(clock.instant().minus(Routes.ASKED_KEPT_FOR)))
                    .onFailure(failure -> LOG.info("old requests are forgotten later: {}", failure.getMessage()));
        }
    }

    private void look() {
        access.look();
        if (watch.isUp("graph")) {
            relay.kick();
            if (loader.isComplete()) {
                dutyClock.look();
            }
        }
        taking.refusedRoom().look().onFailure(failure -> LOG.debug("refused entries were not counted", failure));
        StreamId position = pictureFeed.position();
        watch.look().onComplete(looked -> {
            if (looked.succeeded()) {
                pictureFeed.checkEnd(position, watch.newestPicture());
            }
            reload.look(watch.heartbeat(), pictureFeed.position());
            systemWatch.look();
            hub.health(systemWatch.health());
        });
    }

    private Future<Void> startFeed() {
        Settings.FeedFile feed = settings.feed();
        if (feed == null) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(
                        () -> FileFeed.open(vertx, taking.intake(), clock, feed.file(), feed.mapping(), feed.speed()))
                .onSuccess(opened -> {
                    fileFeed = opened;
                    opened.start();
                })
                .mapEmpty();
    }
}
