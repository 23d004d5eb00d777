package org.clew.api.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sets a {@link RequestDeadline} on each connection. */
@Singleton
final class RequestDeadlines implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Duration deadline;

  RequestDeadlines(@Value("${clew.http.request-deadline:20s}") Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new ForEachConnection(deadline));
    return registry;
  }

  private record ForEachConnection(Duration deadline) implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new ForOne(deadline, channel) : this;
    }
  }

  private record ForOne(Duration deadline, Channel channel) implements NettyServerCustomizer {
    @Override
    public void onStreamPipelineBuilt() {
      channel
          .pipeline()
          .addAfter(
              ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
              "clew-request-deadline",
              new RequestDeadline(deadline));
    }
  }
}
