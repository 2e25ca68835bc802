/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * GLib's locks are made of atomic operations inside a library that ThreadSanitizer does not see into, so it
 * would take everything that they guard for a race. In a build with -Db_sanitize=thread these stand before GLib's own
 * functions and tell it what they order: a lock, a task that goes to another thread and comes back, the last reference.
 */

#include <dlfcn.h>
#include <gio/gio.h>
#include <sanitizer/tsan_interface.h>

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Threads look symbols up once; the pointers are the same for all. */
#define CALL(name, ...) \
  G_STMT_START { \
    static __typeof__ (&name) real; \
    __typeof__ (&name) found = __atomic_load_n (&real, __ATOMIC_RELAXED); \
    if (found == NULL) \
      { \
        found = REAL (name); \
        __atomic_store_n (&real, found, __ATOMIC_RELAXED); \
      } \
    found (__VA_ARGS__); \
  } G_STMT_END

/* The queue of GLib's pool of threads and a lock of GIO: both are guarded inside the libraries. */
const char *__tsan_default_suppressions (void);

const char *
__tsan_default_suppressions (void)
{
  return "race:g_queue_pop_tail\nrace:g_rw_lock_reader_lock\n";
}

#undef g_mutex_lock
#undef g_mutex_unlock
#undef g_object_unref

void
g_mutex_lock (GMutex *mutex)
{
  CALL (g_mutex_lock, mutex);
  __tsan_acquire (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_release (mutex);
  CALL (g_mutex_unlock, mutex);
}

void
g_object_unref (gpointer object)
{
  __tsan_release (object);
  __tsan_acquire (object);
  CALL (g_object_unref, object);
}

typedef struct
{
  GTaskThreadFunc func;
} Wrapped;

static GQuark
wrapped_quark (void)
{
  return g_quark_from_static_string ("tsan-wrapped");
}

static void
run_wrapped (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GTaskThreadFunc func;

  __tsan_acquire (task);
  func = ((Wrapped *) g_object_get_qdata (G_OBJECT (task), wrapped_quark ()))->func;
  func (task, source, task_data, cancellable);
}

void
g_task_run_in_thread (GTask           *task,
                      GTaskThreadFunc  func)
{
  Wrapped *wrapped = g_new (Wrapped, 1);

  wrapped->func = func;
  g_object_set_qdata_full (G_OBJECT (task), wrapped_quark (), wrapped, g_free);
  __tsan_release (task);
  CALL (g_task_run_in_thread, task, run_wrapped);
}

void
g_task_return_pointer (GTask          *task,
                       gpointer        result,
                       GDestroyNotify  result_destroy)
{
  __tsan_release (task);
  CALL (g_task_return_pointer, task, result, result_destroy);
}

void
g_task_return_error (GTask  *task,
                     GError *error)
{
  __tsan_release (task);
  CALL (g_task_return_error, task, error);
}

gpointer
g_task_propagate_pointer (GTask   *task,
                          GError **error)
{
  gpointer (*real) (GTask *, GError **) = REAL (g_task_propagate_pointer);

  __tsan_acquire (task);
  return real (task, error);
}
