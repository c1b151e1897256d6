package serve

import "time"

// A machine that is busy with other tests must not cut a request off.
func init() { shutdownTime = 30 * time.Second }
