/* The C interface of ogi. Generated from crates/ogi-capi/src; not to be edited. */

#ifndef OGI_H
#define OGI_H

#include <stddef.h>
#include <stdint.h>

// How a call ended.
typedef enum OgiStatus {
  // The buffer has the answer.
  OGI_STATUS_OK = 0,
  // The buffer has the error as JSON.
  OGI_STATUS_FAILED = 1,
  // An argument is NULL that must not be, and the buffer is as it was.
  OGI_STATUS_NO_ARGUMENT = 2,
} OgiStatus;

// Bytes that a function gave. Begin with `{NULL, 0}`, give them back with `ogi_free`.
//
// Behind the last byte is one more, which is zero: JSON can be used as text as it is.
typedef struct OgiBuffer {
  // The bytes; NULL if there are none.
  uint8_t *data;
  // How many, without the zero behind them.
  size_t length;
} OgiBuffer;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of the library, as text that lives as long as the library. It is not to be freed.
const char *ogi_version(void);

// Gives back what a function put into a buffer, and leaves the buffer empty. An empty buffer, or NULL, is left as it is.
//
// # Safety
// `buffer` is NULL or points to a buffer that is empty or was filled by a function of this library and not given back yet.
void ogi_free(struct OgiBuffer *buffer);

// Reads a report: its JSON. Options: `{"full": true}` gives the whole reading, with text, places, notes and claims.
//
// `source` has `length` bytes of any format that is read; `options` is JSON ending with a zero byte, or NULL. `out`
// gets the answer, or the error as `{"kind", "message": {"zh", "en"}}`; give it back with `ogi_free` in either case.
//
// # Safety
// `source` points to `length` bytes, or is NULL with a length of 0; `options` is NULL or ends with a zero byte; `out` is NULL or
// points to a buffer that may be written over. None of them changes until the function returns.
enum OgiStatus ogi_read(const uint8_t *source,
                        size_t length,
                        const char *options,
                        struct OgiBuffer *out);

// Reads and checks a report: the JSON object of a file with verdict, findings and explanations. Options: `path` (how the
// file is called in it), `policy` (TOML), `as_of` (`YYYY-MM-DD`). Otherwise as `ogi_read`.
//
// # Safety
// As of `ogi_read`.
enum OgiStatus ogi_check(const uint8_t *source,
                         size_t length,
                         const char *options,
                         struct OgiBuffer *out);

// Reads a report and writes it. Options: `{"format": "text" | "markdown" | "html" | "json" | "docx" | "xlsx"}`.
// Otherwise as `ogi_read`.
//
// # Safety
// As of `ogi_read`.
enum OgiStatus ogi_write(const uint8_t *source,
                         size_t length,
                         const char *options,
                         struct OgiBuffer *out);

// Reads and checks a Word document or workbook: the same file with a comment at each finding. Options: `language`
// (`zh`, `en`), `policy`, `as_of`. Otherwise as `ogi_read`.
//
// # Safety
// As of `ogi_read`.
enum OgiStatus ogi_annotate(const uint8_t *source,
                            size_t length,
                            const char *options,
                            struct OgiBuffer *out);

// Counts tables three and four from a register of requests (CSV, workbook): JSON. Options: `year`, and if you like `path`,
// `agency`, `mapping` (TOML). Otherwise as `ogi_read`.
//
// # Safety
// As of `ogi_read`.
enum OgiStatus ogi_tally(const uint8_t *source,
                         size_t length,
                         const char *options,
                         struct OgiBuffer *out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* OGI_H */
