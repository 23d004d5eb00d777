package org.clew.api.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import org.clew.api.Json;

/** Gives the documents over HTTP the shape they have on the command line. */
@Singleton
final class JsonShape implements BeanCreatedEventListener<ObjectMapper> {
  @Override
  public ObjectMapper onCreated(BeanCreatedEvent<ObjectMapper> event) {
    return Json.configure(event.getBean());
  }
}
