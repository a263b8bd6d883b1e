package org.ecosec.journeys;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A named place in the code of a running service at which the process is killed: a debugger stops
 * the thread there, so that the very next thing that it would do is never done. The service itself
 * knows nothing of it.
 */
enum KillPoint {
  AFTER_COMMIT_BEFORE_PUBLISH("org.ecosec.platform.outbox.EventSender", "record", false),
  AFTER_PUBLISH_BEFORE_MARK("org.ecosec.platform.outbox.PendingEvents", "markSent", false),
  AFTER_POLL_BEFORE_INSERT("org.ecosec.alerts.signal.Intake", "take", false),
  AFTER_INSERT_BEFORE_OFFSET("org.ecosec.alerts.signal.Intake", "take", true),
  AFTER_THE_ANSWER_BEFORE_MARK("org.ecosec.alerts.delivery.SettlementQueue", "add", false);

  private final String type;
  private final String method;
  private final boolean atExit;

  KillPoint(String type, String method, boolean atExit) {
    this.type = type;
    this.method = method;
    this.atExit = atExit;
  }

  /** Something that ends the process at once. */
  @FunctionalInterface
  interface Kill {
    void now();
  }

  /** Kills at the given passage, counted from 1; the answer waits until that has happened. */
  Armed arm(int port, int passage, Kill kill) throws Exception {
    var machine = attach(port);
    machine.classesByName(type).forEach(loaded -> watch(machine, loaded));
    var prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(type);
    prepared.enable();
    var killed = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .daemon(true)
        .name("kill at " + name())
        .start(() -> follow(machine, passage, kill, killed));
    return new Armed(killed);
  }

  /** What will be killed. */
  record Armed(CompletableFuture<Boolean> killed) {
    void awaitKilled() throws Exception {
      killed.get(90, TimeUnit.SECONDS);
    }
  }

  private static VirtualMachine attach(int port)
      throws IOException, IllegalConnectorArgumentsException {
    var connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    var arguments = connector.defaultArguments();
    Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
    Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
    return connector.attach(arguments);
  }

  private void watch(VirtualMachine machine, ReferenceType loaded) {
    var requests = machine.eventRequestManager();
    if (atExit) {
      var exits = requests.createMethodExitRequest();
      exits.addClassFilter(loaded);
      exits.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      exits.enable();
      return;
    }
    loaded
        .methodsByName(method)
        .forEach(
            one -> {
              var stop = requests.createBreakpointRequest(one.location());
              stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
              stop.enable();
            });
  }

  private void follow(
      VirtualMachine machine, int passage, Kill kill, CompletableFuture<Boolean> killed) {
    int left = passage;
    try {
      while (true) {
        var events = machine.eventQueue().remove();
        for (Event event : events) {
          if (event instanceof ClassPrepareEvent prepared) {
            watch(machine, prepared.referenceType());
          } else if (isPassage(event) && --left == 0) {
            kill.now();
            killed.complete(true);
            return;
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException | InterruptedException gone) {
      killed.completeExceptionally(gone);
    }
  }

  // A proxy is a subclass, and passes its own method of the same name.
  private boolean isPassage(Event event) {
    return event instanceof BreakpointEvent
        || (event instanceof MethodExitEvent exit
            && exit.method().name().equals(method)
            && exit.method().declaringType().name().equals(type));
  }
}
