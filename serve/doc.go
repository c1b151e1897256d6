// Package serve is a page for people and an HTTP API over the engine: what the command
// evaluate serve listens with.
//
//	server, err := serve.New(serve.Options{Engine: eng, Dir: "facts"})
//	err = server.Run(ctx, listener)
//
// The files of facts of one folder are the only state. No request leaves the machine.
package serve
