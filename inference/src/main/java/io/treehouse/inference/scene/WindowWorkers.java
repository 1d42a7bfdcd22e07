package io.treehouse.inference.scene;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Threads that classify windows for several scenes in turn: a free thread takes the oldest window of the scene that has
 * waited longest, and what that scene still has waits at the end. So a scene of one window waits for at most one window
 * of each other scene, and a scene of thousands is never passed over. Thread-safe.
 */
final class WindowWorkers implements AutoCloseable {
    private static final long CLOSE_SECONDS = 60;

    private final ExecutorService threads;
    /** Lines with windows that wait, in the order of their turns. */
    private final Deque<Line> turns = new ArrayDeque<>();

    /** @param count windows classified at the same time */
    WindowWorkers(int count) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "window-classifier");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A line for the windows of one scene. */
    Line line() {
        return new Line();
    }

    /** The windows of one scene that wait for a thread, in the order in which they came. */
    final class Line {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        <T> Future<T> submit(Callable<T> window) {
            FutureTask<T> task = new FutureTask<>(window);
            add(this, task);
            // One call for each window that waits; which window it is to be is decided when a thread is free.
            threads.execute(() -> next().run());
            return task;
        }
    }

    private synchronized void add(Line line, Runnable window) {
        if (line.waiting.isEmpty()) {
            turns.addLast(line);
        }
        line.waiting.addLast(window);
    }

    private synchronized Runnable next() {
        Line line = turns.removeFirst();
        Runnable window = line.waiting.removeFirst();
        if (!line.waiting.isEmpty()) {
            turns.addLast(line);
        }
        return window;
    }

    /** Ends the threads when they have classified what waits. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
