package org.clew.api.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no whole request arrives in time. A limit on idleness alone would
 * let a client hold connections by sending a byte now and then; an upload, which can take hours,
 * has to go on sending. One that is turned away before its end gets no more time.
 */
final class RequestDeadline extends ChannelDuplexHandler {
  private static final String UPLOADS = "/api/v1/imports";

  private final Duration deadline;
  private @Nullable ScheduledFuture<?> timer;
  private boolean uploading;

  RequestDeadline(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    start(context);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof HttpRequest request) {
      uploading = request.uri().startsWith(UPLOADS);
    }
    if (message instanceof LastHttpContent) {
      stop();
    } else if (uploading) {
      start(context);
    }
    super.channelRead(context, message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof LastHttpContent) {
      uploading = false;
      start(context);
    }
    super.write(context, message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    stop();
    super.channelInactive(context);
  }

  private void start(ChannelHandlerContext context) {
    stop();
    timer =
        context
            .executor()
            .schedule(() -> close(context), deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a given-up connection
  private static void close(ChannelHandlerContext context) {
    context.close();
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
