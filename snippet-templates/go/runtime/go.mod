module example

go 1.26.0

require (
	github.com/coder/websocket v1.8.15
	github.com/elnormous/contenttype v1.0.4
	github.com/go-chi/httprate v0.16.1
)

require (
	github.com/klauspost/cpuid/v2 v2.2.10 // indirect
	github.com/zeebo/xxh3 v1.0.2 // indirect
	golang.org/x/sys v0.49.0 // indirect
)
