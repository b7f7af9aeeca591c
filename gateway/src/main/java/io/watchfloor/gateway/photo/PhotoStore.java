package io.watchfloor.gateway.photo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.contract.Sha256;
import io.watchfloor.gateway.desk.OverloadedException;
import io.watchfloor.graph.desk.PhotoDesk.Draft;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Takes and gives photos on a worker thread of its own: one picture is made at a time and so many wait; a further one is
 * refused. Belongs to one event loop.
 */
public final class PhotoStore {
    private static final int MAX_WAITING = 16;
    private static final long MAX_SECONDS = 30;

    private final PhotoFolder folder;
    private final WorkerExecutor worker;
    private int waiting;

    /** Keeps photos in this folder. */
    public PhotoStore(Vertx vertx, Path folder) {
        this.folder = new PhotoFolder(folder);
        this.worker = vertx.createSharedWorkerExecutor("photo", 1, MAX_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Makes a photo anew and keeps it, with a small one beside it. Fails with {@link PhotoException} when it is not one
     * that is taken, and with {@link OverloadedException} when too many wait.
     */
    public Future<Draft> keep(byte[] file) {
        return run(() -> {
            BufferedImage image = Pixels.read(file);
            byte[] jpeg = Pixels.write(image);
            String sha256 = Sha256.hex(jpeg);
            folder.keep(sha256, true, Pixels.write(Pixels.fitted(image, Pixels.SMALL_SIDE)));
            folder.keep(sha256, false, jpeg);
            return new Draft(sha256, jpeg.length, image.getWidth(), image.getHeight());
        });
    }

    /** A kept picture as JPEG; empty when it is not in this folder. */
    public Future<Optional<byte[]>> read(String sha256, boolean small) {
        return run(() -> folder.read(sha256, small));
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting >= MAX_WAITING) {
            return Future.failedFuture(new OverloadedException());
        }
        waiting++;
        return worker.executeBlocking(work, true).onComplete(done -> waiting--);
    }
}
