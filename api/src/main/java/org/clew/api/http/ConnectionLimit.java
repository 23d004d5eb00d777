package org.clew.api.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes connections beyond a number, so that open ones cost a bounded amount of memory. Idle ones
 * are closed by {@link RequestDeadline} and so make room.
 */
@Singleton
final class ConnectionLimit implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final AtomicInteger open = new AtomicInteger();
  private final int most;

  ConnectionLimit(@Value("${clew.http.connections:20000}") int most) {
    this.most = most;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new ForEachConnection(this));
    return registry;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a connection
  private void count(Channel channel) {
    channel.closeFuture().addListener(end -> open.decrementAndGet());
    if (open.incrementAndGet() > most) {
      channel.close();
    }
  }

  private record ForEachConnection(ConnectionLimit limit) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new ForOne(limit, channel) : this;
    }
  }

  private record ForOne(ConnectionLimit limit, Channel channel) implements NettyServerCustomizer {
    @Override
    public void onInitialPipelineBuilt() {
      limit.count(channel);
    }
  }
}
