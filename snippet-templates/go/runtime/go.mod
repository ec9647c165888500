module example

go 1.26.0

require (
	github.com/coder/websocket v1.8.15
	github.com/elnormous/contenttype v1.0.4
	github.com/hashicorp/golang-lru/v2 v2.0.7
	golang.org/x/time v0.16.0
)
