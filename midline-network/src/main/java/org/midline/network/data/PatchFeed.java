package org.midline.network.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the next batches on a thread of its own while the network works on the present one. */
public final class PatchFeed implements AutoCloseable {
    private static final int BATCHES_AHEAD = 3;

    private final PatchSource source;
    private final int batchSize;
    private final ExecutorService worker;
    private final ArrayDeque<Future<List<Patch>>> coming = new ArrayDeque<>();
    private long nextBatch;

    /** @param firstBatch where to begin */
    public PatchFeed(PatchSource source, int batchSize, long firstBatch) {
        this.source = source;
        this.batchSize = batchSize;
        this.nextBatch = firstBatch;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "patch-feed");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next batch, in the order of the source. */
    public List<Patch> next() throws InterruptedException {
        while (coming.size() <= BATCHES_AHEAD) {
            long first = nextBatch++ * batchSize;
            coming.add(worker.submit(() -> {
                List<Patch> batch = new ArrayList<>();
                for (int n = 0; n < batchSize; n++) {
                    batch.add(source.at(first + n));
                }
                return batch;
            }));
        }
        try {
            return coming.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A patch could not be made: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
